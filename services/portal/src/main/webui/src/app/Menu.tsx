import { Nav, NavExpandable, NavItem, NavList } from '@patternfly/react-core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useTexts } from '../i18n';
import { menuFor, type MenuEntry } from './navigation';
import { useUser } from './user';

/** The menu: the user's daily work stands open, the rest a click away. */
export function Menu() {
  const { t } = useTexts();
  const me = useUser();
  const { pathname } = useLocation();
  const [turned, setTurned] = useState<Record<string, boolean>>({});
  const { top, groups, current } = menuFor(me, pathname);
  const item = ({ to, text }: MenuEntry) => (
    <NavItem key={to} itemId={to} isActive={to === current}>
      <Link to={to} aria-current={to === current ? 'page' : undefined}>
        {t(text)}
      </Link>
    </NavItem>
  );
  return (
    <Nav aria-label={t('app.menu')}>
      <NavList>
        {top.map(item)}
        {groups.map((group) => (
          <NavExpandable
            key={group.title}
            title={t(group.title)}
            isExpanded={turned[group.title] ?? group.open}
            isActive={group.entries.some((entry) => entry.to === current)}
            onExpand={(_, open) => setTurned((old) => ({ ...old, [group.title]: open }))}
          >
            {group.entries.map(item)}
          </NavExpandable>
        ))}
      </NavList>
    </Nav>
  );
}
