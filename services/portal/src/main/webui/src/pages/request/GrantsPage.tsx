import { Link } from 'react-router';
import { CATALOG, type Grant, type Page } from '../../api/catalog';
import { query } from '../../api/client';
import { useGet } from '../../api/hooks';
import { DataTable, Pager, usePaging } from '../../components/DataTable';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';

/** 授权: what has been granted to or by the user's department. */
export function GrantsPage() {
  const { t, number, date } = useTexts();
  const { page, size } = usePaging();
  const list = useGet<Page<Grant>>(`${CATALOG}/grants${query({ page, size })}`);
  return (
    <PageFrame title={t('menu.grants')} lead={t('grants.lead')}>
      <div>
        <Remote query={list}>
          {(found) => (
            <>
              <DataTable
                label={t('menu.grants')}
                rows={found.items}
                rowKey={(g) => g.id}
                rowTestId="grant-row"
                empty={t('grants.empty')}
                columns={[
                  {
                    title: t('column.number'),
                    numeric: true,
                    narrow: true,
                    render: (_, i) => number(page * size + i + 1),
                  },
                  {
                    title: t('resource.name'),
                    className: 'gs-name-cell',
                    render: (g) => <Link to={`/grants/${g.id}`}>{g.resource.name}</Link>,
                  },
                  {
                    title: t('grant.state'),
                    render: (g) => <CodeLabel kind="grantState" value={g.state} />,
                  },
                  { title: t('request.provider'), render: (g) => g.providerDepartment.name },
                  { title: t('request.requester'), render: (g) => g.requesterDepartment.name },
                  {
                    title: t('resource.items'),
                    numeric: true,
                    render: (g) => number(g.items?.length),
                  },
                  { title: t('grant.grantedAt'), narrow: true, render: (g) => date(g.grantedAt) },
                  { title: t('grant.expiresAt'), narrow: true, render: (g) => date(g.expiresAt) },
                ]}
              />
              <Pager total={found.total} />
            </>
          )}
        </Remote>
      </div>
    </PageFrame>
  );
}
