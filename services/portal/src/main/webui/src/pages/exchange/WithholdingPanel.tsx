import { EXCHANGE, type Run, type Withholding } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { NONE, useTexts } from '../../i18n';

/** What the provider's own node does not let a run send, and why; nothing if it lets all go. */
export function WithholdingPanel({ run, every }: { run: Run; every: number | undefined }) {
  const { t, code, time } = useTexts();
  const found = useGet<Withholding[]>(`${EXCHANGE}/runs/${run.id}/withholdings`, { every });
  if (!found.data || found.data.length === 0) {
    return null;
  }
  const channel = (id: string) => run.channels?.find((it) => it.id === id);
  return (
    <Panel title={t('withholding.title')} testId="withholdings">
      <p>{t('withholding.lead')}</p>
      <DataTable
        label={t('withholding.title')}
        rows={found.data}
        rowKey={(it) => it.channelId}
        rowTestId="withholding-row"
        columns={[
          { title: t('withholding.node'), className: 'gs-mono', render: (it) => it.node },
          {
            title: t('withholding.target'),
            className: 'gs-mono',
            render: (it) => channel(it.channelId)?.node ?? NONE,
          },
          { title: t('withholding.reason'), render: (it) => code('runReason', it.reason) },
          { title: t('withholding.detail'), render: (it) => it.detail ?? NONE },
          { title: t('withholding.reportedAt'), render: (it) => time(it.reportedAt) },
        ]}
      />
    </Panel>
  );
}
