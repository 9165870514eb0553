import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { query, send } from '../../api/client';
import type { Page } from '../../api/catalog';
import { EXCHANGE, type ExchangeNode, type NodeTable } from '../../api/exchange';
import { useDepartments, useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { DataTable, Pager, usePaging } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';

/** One node: the data sources and tables its agent reported. */
export function NodePage() {
  const { code = '' } = useParams();
  const { t, number, time } = useTexts();
  const { departmentName } = useDepartments();
  const node = useGet<ExchangeNode>(`${EXCHANGE}/nodes/${code}`, { every: 10_000 });
  const me = useUser();
  const queries = useQueryClient();
  const { page, size } = usePaging(20);
  const tables = useGet<Page<NodeTable>>(
    `${EXCHANGE}/nodes/${code}/tables${query({ page, size })}`,
  );
  return (
    <PageFrame
      title={t('node.titleOf', { code })}
      lead={t('node.lead')}
      crumbs={[{ to: '/exchange/nodes', text: t('menu.nodes') }]}
      actions={
        <ConfirmButton
          text={t('node.askAgain')}
          title={t('node.askAgain')}
          question={t('node.askAgainQuestion')}
          variant="secondary"
          reason={may(me, 'askNodes') ? null : t('node.askAgainNeedsRole')}
          action={async () => {
            await send('POST', `${EXCHANGE}/nodes/${code}/inventory`);
            await queries.invalidateQueries();
          }}
        />
      }
    >
      <Remote query={node}>
        {(found) => (
          <Panel title={t('node.basics')} testId="node">
            <Facts
              facts={[
                [t('node.name'), found.name],
                [t('node.department'), departmentName(found.department)],
                [t('node.agentVersion'), found.agentVersion],
                [t('node.lastEventAt'), time(found.lastEventAt)],
                [t('node.inventoryAt'), time(found.inventoryAt)],
              ]}
            />
            <Facts
              columns={1}
              facts={[
                [t('node.keyId'), <span className="gs-mono">{found.keyId}</span>],
                ...(found.gmKeyId
                  ? ([[t('node.gmKeyId'), <span className="gs-mono">{found.gmKeyId}</span>]] as [
                      string,
                      React.ReactNode,
                    ][])
                  : []),
              ]}
            />
          </Panel>
        )}
      </Remote>
      <Panel title={t('node.tables')}>
        <Remote query={tables}>
          {(found) => (
            <>
              <DataTable
                label={t('node.tables')}
                rows={found.items}
                rowKey={(r) => `${r.dataSource}.${r.schema}.${r.name}`}
                empty={t('node.noTables')}
                columns={[
                  {
                    title: t('node.dataSource'),
                    className: 'gs-mono',
                    render: (r) => r.dataSource,
                  },
                  { title: t('node.direction'), render: (r) => t(`direction.${r.direction}`) },
                  {
                    title: t('node.table'),
                    className: 'gs-mono',
                    render: (r) => `${r.schema}.${r.name}`,
                  },
                  {
                    title: t('node.columns'),
                    numeric: true,
                    render: (r) => number(r.columns.length),
                  },
                  {
                    title: t('node.primaryKey'),
                    className: 'gs-mono',
                    render: (r) => r.primaryKey.join(', ') || '—',
                  },
                  {
                    title: t('node.rows'),
                    numeric: true,
                    render: (r) => number(r.approximateRows),
                  },
                ]}
              />
              <Pager total={found.total} defaultSize={20} />
            </>
          )}
        </Remote>
      </Panel>
    </PageFrame>
  );
}
