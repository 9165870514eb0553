import { Alert } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Advice } from '../../api/catalog';
import { useTexts } from '../../i18n';

/** What else there is to know about items asked for, such as a more authoritative source. */
export function Advices({ advices }: { advices: Advice[] | undefined }) {
  const { t } = useTexts();
  return (advices ?? []).map((advice) => (
    <Alert
      component="p"
      key={`${advice.kind}-${advice.itemId}`}
      variant="warning"
      isInline
      title={t('request.advice', { item: advice.itemName, department: advice.department.name })}
    >
      {advice.resourceId && <Link to={`/catalog/${advice.resourceId}`}>{advice.resourceName}</Link>}
    </Alert>
  ));
}
