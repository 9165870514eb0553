import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CATALOG, type Page, type Subscription } from '../../api/catalog';
import { query, send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { ActionButton } from '../../components/ActionButton';
import { useTexts } from '../../i18n';

/** Subscribes to a published resource, or leads to the subscription there is. */
export function SubscribeButton({ resourceId }: { resourceId: string }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const mine = useGet<Page<Subscription>>(`${CATALOG}/subscriptions${query({ resourceId })}`);
  if (!mine.data) {
    return null;
  }
  if (mine.data.total > 0) {
    return <Link to="/subscriptions">{t('subscription.subscribed')}</Link>;
  }
  return (
    <ActionButton
      text={t('subscription.subscribe')}
      testId="subscribe"
      action={async () => {
        await send('POST', `${CATALOG}/subscriptions`, {
          kind: 'RESOURCE',
          target: resourceId,
          delivery: 'IMMEDIATE',
        });
        await queries.invalidateQueries();
      }}
    />
  );
}
