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
  Nav,
  NavGroup,
  NavItem,
  NavList,
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
import { Link, useLocation } from 'react-router';
import { type TextKey, useTexts } from '../i18n';
import { NoticeBell } from '../pages/notice/NoticeBell';
import { ENTITIES } from '../pages/reference/entities';
import { type Area, may } from './access';
import { LanguageSwitch } from './LanguageSwitch';
import { usePlatformName } from './PlatformName';
import { useUser } from './user';

interface MenuEntry {
  to: string;
  text: TextKey;
  area?: Area;
}

const MENU: { title: TextKey; entries: MenuEntry[] }[] = [
  {
    title: 'menu.catalogue',
    entries: [
      { to: '/catalog', text: 'menu.resources' },
      { to: '/compile', text: 'menu.compile', area: 'compile' },
      { to: '/imports', text: 'menu.import', area: 'import' },
      { to: '/campaigns', text: 'menu.campaigns', area: 'business' },
      { to: '/opening-plan', text: 'menu.opening', area: 'business' },
      { to: '/subscriptions', text: 'menu.subscriptions', area: 'business' },
    ],
  },
  {
    title: 'menu.sharing',
    entries: [
      { to: '/requests', text: 'menu.myRequests', area: 'myRequests' },
      { to: '/approvals', text: 'menu.approvals', area: 'approvals' },
      { to: '/grants', text: 'menu.grants', area: 'grants' },
      { to: '/demands', text: 'menu.demands', area: 'business' },
      { to: '/objections', text: 'menu.objections', area: 'business' },
    ],
  },
  {
    title: 'menu.statistics',
    entries: [
      { to: '/statistics', text: 'menu.compilation' },
      { to: '/quality', text: 'menu.quality' },
      { to: '/evaluations', text: 'menu.evaluations' },
    ],
  },
  {
    title: 'menu.reference',
    entries: ENTITIES.map(({ kind, title }) => ({
      to: `/reference/${kind}`,
      text: title,
      area: 'business',
    })),
  },
  {
    title: 'menu.exchange',
    entries: [
      { to: '/exchange/services', text: 'menu.services', area: 'exchange' },
      { to: '/exchange/runs', text: 'menu.runs', area: 'exchange' },
      { to: '/exchange/domains', text: 'menu.domains', area: 'domains' },
      { to: '/exchange/nodes', text: 'menu.nodes', area: 'nodes' },
    ],
  },
  {
    title: 'menu.monitoring',
    entries: [
      { to: '/monitoring', text: 'menu.platform', area: 'platform' },
      { to: '/monitoring/services', text: 'menu.serviceMonitor', area: 'monitoredServices' },
    ],
  },
];

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

function Menu() {
  const { t } = useTexts();
  const me = useUser();
  const { pathname } = useLocation();
  const groups = MENU.map((group) => ({
    ...group,
    entries: group.entries.filter((entry) => !entry.area || may(me, entry.area)),
  })).filter((group) => group.entries.length > 0);
  const current = groups
    .flatMap((group) => group.entries)
    .filter((entry) => pathname === entry.to || pathname.startsWith(`${entry.to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0]?.to;
  return (
    <Nav aria-label={t('app.menu')}>
      <NavList>
        <NavItem itemId="/" isActive={pathname === '/'}>
          <Link to="/" aria-current={pathname === '/' ? 'page' : undefined}>
            {t('menu.console')}
          </Link>
        </NavItem>
        {may(me, 'business') && (
          <NavItem itemId="/tasks" isActive={pathname === '/tasks'}>
            <Link to="/tasks" aria-current={pathname === '/tasks' ? 'page' : undefined}>
              {t('menu.tasks')}
            </Link>
          </NavItem>
        )}
      </NavList>
      {groups.map((group) => (
        <NavGroup key={group.title} title={t(group.title)}>
          {group.entries.map((entry) => (
            <NavItem key={entry.to} itemId={entry.to} isActive={entry.to === current}>
              <Link to={entry.to} aria-current={entry.to === current ? 'page' : undefined}>
                {t(entry.text)}
              </Link>
            </NavItem>
          ))}
        </NavGroup>
      ))}
    </Nav>
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
