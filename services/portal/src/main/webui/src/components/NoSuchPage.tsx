import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  PageSection,
} from '@patternfly/react-core';
import { Link } from 'react-router';
import { useTexts } from '../i18n';

export function NoSuchPage() {
  const { t } = useTexts();
  return (
    <PageSection>
      <EmptyState titleText={t('notFound.title')} headingLevel="h1" data-testid="not-found">
        <EmptyStateBody>{t('notFound.detail')}</EmptyStateBody>
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
