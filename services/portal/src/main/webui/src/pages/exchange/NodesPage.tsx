import { Link } from 'react-router';
import { EXCHANGE, type ExchangeNode } from '../../api/exchange';
import { useDepartments } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';
import { EnrolmentsPanel } from './EnrolmentsPanel';

/** 节点: the departments' front-end machines. */
export function NodesPage() {
  const { t, time } = useTexts();
  const me = useUser();
  const { departmentName } = useDepartments();
  return (
    <PageFrame title={t('menu.nodes')} lead={t('nodes.lead')}>
      <div>
        <PagedTable<ExchangeNode>
          path={`${EXCHANGE}/nodes`}
          defaultSize={20}
          label={t('menu.nodes')}
          rowKey={(n) => n.code}
          rowTestId="node-row"
          empty={t('nodes.empty')}
          columns={[
            {
              title: t('node.name'),
              render: (n) => <Link to={`/exchange/nodes/${n.code}`}>{n.name}</Link>,
            },
            { title: t('node.code'), className: 'gs-mono', render: (n) => n.code },
            { title: t('node.department'), render: (n) => departmentName(n.department) },
            { title: t('node.agentVersion'), render: (n) => n.agentVersion ?? '—' },
            {
              title: t('node.inventoryAt'),
              narrow: true,
              render: (n) => time(n.inventoryAt),
            },
          ]}
        />
      </div>
      {may(me, 'operate') && <EnrolmentsPanel />}
    </PageFrame>
  );
}
