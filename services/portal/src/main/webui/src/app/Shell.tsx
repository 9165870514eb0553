import {
  Divider,
  Dropdown,
  DropdownGroup,
  DropdownItem,
  DropdownList,
  Label,
  LabelGroup,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  MenuToggle,
  Page,
  PageSidebar,
  PageSidebarBody,
  PageToggleButton,
  SkipToContent,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '@patternfly/react-core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../i18n';
import { NoticeBell } from '../pages/notice/NoticeBell';
import { LanguageSwitch } from './LanguageSwitch';
import { Menu } from './Menu';
import { usePlatformName } from './PlatformName';
import { useUser } from './user';

/** Masthead, menu and the frame around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  const name = usePlatformName();
  return (
    <Page
      masthead={
        <Masthead className="gs-masthead">
          <MastheadMain>
            <MastheadToggle>
              <PageToggleButton isHamburgerButton aria-label={t('app.menuToggle')} />
            </MastheadToggle>
            <MastheadBrand>
              <MastheadLogo component={(props) => <Link {...props} to="/" />}>
                <img src="/emblem.svg" alt="" className="gs-emblem" />
                <span className="gs-name">{name}</span>
              </MastheadLogo>
            </MastheadBrand>
          </MastheadMain>
          <MastheadContent>
            <Toolbar isStatic className="gs-masthead__tools">
              <ToolbarContent>
                <ToolbarGroup align={{ default: 'alignEnd' }} gap={{ default: 'gapMd' }}>
                  <ToolbarItem>
                    <NoticeBell />
                  </ToolbarItem>
                  <ToolbarItem>
                    <LanguageSwitch />
                  </ToolbarItem>
                  <ToolbarItem>
                    <UserMenu />
                  </ToolbarItem>
                </ToolbarGroup>
              </ToolbarContent>
            </Toolbar>
          </MastheadContent>
        </Masthead>
      }
      sidebar={
        <PageSidebar>
          <PageSidebarBody>
            <Menu />
          </PageSidebarBody>
        </PageSidebar>
      }
      isManagedSidebar
      mainContainerId="content"
      mainAriaLabel={t('app.content')}
      skipToContent={<SkipToContent href="#content">{t('app.skip')}</SkipToContent>}
    >
      {children}
    </Page>
  );
}

function UserMenu() {
  const { t, code } = useTexts();
  const me = useUser();
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          className="gs-user"
          data-testid="user-menu"
        >
          {me.name}
          {me.department && <span className="gs-user__department">{me.department.name}</span>}
        </MenuToggle>
      )}
    >
      <div className="gs-user__card">
        <div>
          <strong>{me.displayName}</strong> <span className="gs-quiet">{me.name}</span>
        </div>
        <div>{me.department?.name ?? t('user.noDepartment')}</div>
        <LabelGroup numLabels={9} aria-label={t('user.roles')}>
          {me.roles.map((role) => (
            <Label key={role} color="blue" isCompact>
              {code('role', role)}
            </Label>
          ))}
        </LabelGroup>
      </div>
      <Divider />
      <DropdownGroup>
        <DropdownList>
          <DropdownItem to="/logout" data-testid="sign-out">
            {t('user.signOut')}
          </DropdownItem>
        </DropdownList>
      </DropdownGroup>
    </Dropdown>
  );
}
