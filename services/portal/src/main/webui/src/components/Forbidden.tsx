import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  PageSection,
} from '@patternfly/react-core';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon';
import { Link } from 'react-router';
import { AREAS, type Area } from '../app/access';
import { useUser } from '../app/user';
import { useTexts } from '../i18n';

/** Says that a page is for other roles, which ones, and who can help. */
export function Forbidden({ area }: { area: Area }) {
  const { t, code } = useTexts();
  const me = useUser();
  const separator = t('list.separator');
  return (
    <PageSection>
      <EmptyState
        titleText={t('forbidden.title')}
        headingLevel="h1"
        icon={LockIcon}
        data-testid="forbidden"
      >
        <EmptyStateBody>
          <p>
            {t('forbidden.needed', {
              roles: AREAS[area].map((role) => code('role', role)).join(separator),
            })}
          </p>
          <p>
            {t('forbidden.held', {
              roles:
                me.roles.map((role) => code('role', role)).join(separator) || t('forbidden.none'),
            })}
          </p>
          <p>{t('forbidden.help')}</p>
        </EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="primary" component={(props) => <Link {...props} to="/" />}>
              {t('action.home')}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </PageSection>
  );
}
