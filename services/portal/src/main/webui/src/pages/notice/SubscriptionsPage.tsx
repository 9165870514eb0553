import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CATALOG, type Subscription } from '../../api/catalog';
import { send } from '../../api/client';
import { useCategories, useDepartments } from '../../api/hooks';
import { ConfirmButton } from '../../components/Actions';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';
import { inWords, isStructured } from '../catalog/searchQuery';

const DELIVERIES = ['IMMEDIATE', 'DAILY'];

const PAGE_OF: Record<string, (target: string) => string> = {
  DEPARTMENT: (target) => `/catalog?department=${target}`,
  CATEGORY: (target) => `/catalog?category=${target}`,
  QUERY: (target) =>
    isStructured(target) ? `/catalog?${target}` : `/catalog?q=${encodeURIComponent(target)}`,
};

/** 资源订阅: what the user is told of. */
export function SubscriptionsPage() {
  const { t, code, date } = useTexts();
  const queries = useQueryClient();
  const { departmentName } = useDepartments();
  const { categoryName } = useCategories();
  const labelOf = (s: Subscription) =>
    s.kind === 'QUERY' && isStructured(s.target)
      ? inWords(s.target, {
          department: departmentName,
          category: (value) => categoryName(value) ?? value,
          code,
        })
      : s.label;
  const write = async (method: 'PUT' | 'DELETE', s: Subscription, body?: unknown) => {
    await send(method, `${CATALOG}/subscriptions/${s.id}`, body, `"${s.revision}"`);
    await queries.invalidateQueries();
  };
  return (
    <PageFrame title={t('menu.subscriptions')} lead={t('subscription.lead')}>
      <PagedTable<Subscription>
        path={`${CATALOG}/subscriptions`}
        label={t('menu.subscriptions')}
        rowKey={(s) => s.id}
        rowTestId="subscription-row"
        empty={t('subscription.empty')}
        columns={[
          {
            title: t('subscription.target'),
            className: 'gs-name-cell',
            render: (s) => (
              <Link
                to={s.resource ? `/catalog/${s.resource.id}` : (PAGE_OF[s.kind]?.(s.target) ?? '/')}
              >
                {labelOf(s)}
              </Link>
            ),
          },
          { title: t('subscription.kind'), render: (s) => code('subscriptionKind', s.kind) },
          {
            title: t('subscription.delivery'),
            render: (s) => (
              <FormSelect
                aria-label={`${t('subscription.delivery')} ${labelOf(s)}`}
                value={s.delivery}
                onChange={(_, delivery) => void write('PUT', s, { delivery })}
              >
                {DELIVERIES.map((value) => (
                  <FormSelectOption key={value} value={value} label={code('delivery', value)} />
                ))}
              </FormSelect>
            ),
          },
          { title: t('subscription.since'), narrow: true, render: (s) => date(s.createdAt) },
          {
            title: t('subscription.change'),
            narrow: true,
            render: (s) => (
              <ConfirmButton
                text={t('subscription.cancel')}
                title={t('subscription.cancel')}
                question={t('subscription.cancelQuestion', { name: labelOf(s) })}
                variant="link"
                action={() => write('DELETE', s)}
              />
            ),
          },
        ]}
      />
    </PageFrame>
  );
}
