import { Link } from 'react-router';
import { CATALOG, type Grant } from '../../api/catalog';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';

/** 授权: what has been granted to or by the user's department. */
export function GrantsPage() {
  const { t, number, date } = useTexts();
  return (
    <PageFrame title={t('menu.grants')} lead={t('grants.lead')}>
      <div>
        <PagedTable<Grant>
          path={`${CATALOG}/grants`}

          label={t('menu.grants')}
          rowKey={(g) => g.id}
          rowTestId="grant-row"
          empty={t('grants.empty')}
          columns={[
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
      </div>
    </PageFrame>
  );
}
