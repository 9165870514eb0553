import { Link } from 'react-router';
import type { Page } from '../../api/catalog';
import { query } from '../../api/client';
import { EXCHANGE, type ExchangeNode } from '../../api/exchange';
import { useDepartments, useGet } from '../../api/hooks';
import { DataTable, Pager, usePaging } from '../../components/DataTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';

/** 节点: the departments' front-end machines. */
export function NodesPage() {
  const { t, number, time } = useTexts();
  const { departmentName } = useDepartments();
  const { page, size } = usePaging(20);
  const list = useGet<Page<ExchangeNode>>(`${EXCHANGE}/nodes${query({ page, size })}`);
  return (
    <PageFrame title={t('menu.nodes')} lead={t('nodes.lead')}>
      <div>
        <Remote query={list}>
          {(found) => (
            <>
              <DataTable
                label={t('menu.nodes')}
                rows={found.items}
                rowKey={(n) => n.code}
                rowTestId="node-row"
                empty={t('nodes.empty')}
                columns={[
                  {
                    title: t('column.number'),
                    numeric: true,
                    narrow: true,
                    render: (_, i) => number(page * size + i + 1),
                  },
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
              <Pager total={found.total} defaultSize={20} />
            </>
          )}
        </Remote>
      </div>
    </PageFrame>
  );
}
