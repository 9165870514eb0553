import { NotificationBadge } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { useTexts } from '../../i18n';

const EVERY = 30_000;

/** How many notices are unread; leads to them. */
export function NoticeBell() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const unread = useGet<{ count: number }>(`${CATALOG}/notices/unread-count`, { every: EVERY });
  const count = unread.data?.count ?? 0;
  return (
    <NotificationBadge
      variant={count > 0 ? 'unread' : 'read'}
      count={count}
      aria-label={t('notice.unread', { count })}
      onClick={() => void navigate(count > 0 ? '/notices?unread=true' : '/notices')}
      data-testid="notice-bell"
    />
  );
}
