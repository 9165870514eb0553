import { Link } from 'react-router';
import { type Drift, EXCHANGE, type Run } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { Remote } from '../../components/Remote';
import { NONE, useTexts } from '../../i18n';

/** How the tables of a run that is paused for it differ from what its service was designed for. */
export function DriftPanel({ run }: { run: Run }) {
  const { t, code } = useTexts();
  const drifts = useGet<Drift[]>(`${EXCHANGE}/runs/${run.id}/drift`);
  return (
    <Panel
      title={t('drift.title')}
      testId="drift"
      actions={<Link to={`/exchange/services/${run.service.id}`}>{t('drift.openService')}</Link>}
    >
      <p>{t('drift.lead')}</p>
      <Remote query={drifts}>
        {(found) => (
          <DataTable
            label={t('drift.title')}
            rows={found.flatMap((drift) =>
              drift.differences.map((difference) => ({ ...difference, of: drift })),
            )}
            rowKey={(_, i) => String(i)}
            rowTestId="drift-row"
            columns={[
              {
                title: t('drift.side'),
                render: (d) =>
                  d.of.targetNumber === undefined
                    ? code('driftSide', d.of.side)
                    : t('drift.targetOf', { number: d.of.targetNumber }),
              },
              {
                title: t('drift.table'),
                className: 'gs-mono',
                render: (d) => `${d.of.node} · ${d.of.schema}.${d.of.table}`,
              },
              { title: t('drift.kind'), render: (d) => code('driftKind', d.kind) },
              {
                title: t('drift.column'),
                className: 'gs-mono',
                render: (d) => d.column ?? NONE,
              },
              {
                title: t('drift.expected'),
                className: 'gs-mono',
                render: (d) => d.expected ?? NONE,
              },
              { title: t('drift.found'), className: 'gs-mono', render: (d) => d.found ?? NONE },
            ]}
          />
        )}
      </Remote>
    </Panel>
  );
}
