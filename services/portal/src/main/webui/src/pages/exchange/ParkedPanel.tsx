import { EXCHANGE, type ParkedRows } from '../../api/exchange';
import { send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { LongTextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { NONE, useTexts } from '../../i18n';
import { ParkedOrders } from './ParkedOrders';
import { ReplayDialog } from './ReplayDialog';

/** Rows of a run or of a service that did not fit, by reason; nothing if there are none. */
export function ParkedPanel({
  of,
  id,
  every,
  captures,
}: {
  of: 'runs' | 'services';
  id: string;
  every?: number;
  /** Whether the service captures changes, whose rows come again when they are written again. */
  captures?: boolean;
}) {
  const { t, code, number } = useTexts();
  const me = useUser();
  const parked = useGet<ParkedRows>(`${EXCHANGE}/${of}/${id}/parked-rows`, { every });
  if (!parked.data || parked.data.groups.length === 0) {
    return null;
  }
  return (
    <Panel
      title={t('parked.title')}
      testId="parked"
      actions={
        of === 'services' &&
        parked.data.waiting > 0 &&
        may(me, 'operate') && (
          <>
            {!captures && <ReplayDialog service={id} parked={parked.data} />}
            <DiscardDialog service={id} />
          </>
        )
      }
    >
      <p className="gs-quiet">{t('parked.lead')}</p>
      <DataTable
        label={t('parked.title')}
        rows={parked.data.groups}
        rowKey={(_, i) => String(i)}
        rowTestId="parked-row"
        columns={[
          {
            title: t('parked.reason'),
            render: (g) =>
              t('text.aside', { text: code('runReason', g.reason), aside: g.sqlState ?? NONE }),
          },
          {
            title: t('parked.where'),
            className: 'gs-mono',
            render: (g) => g.constraint ?? g.column ?? NONE,
          },
          { title: t('parked.node'), className: 'gs-mono', render: (g) => g.node },
          { title: t('parked.state'), render: (g) => code('parkedState', g.state) },
          { title: t('parked.rows'), numeric: true, render: (g) => number(g.rows) },
        ]}
      />
      {of === 'services' && <ParkedOrders service={id} />}
    </Panel>
  );
}

function DiscardDialog({ service }: { service: string }) {
  const { t } = useTexts();
  const form = useForm({ grounds: '' }, async (values) => {
    await send('POST', `${EXCHANGE}/services/${service}/parked-rows/discarding`, values);
  });
  return (
    <FormDialog
      title={t('parked.discard')}
      confirm={t('parked.discard')}
      form={form}
      variant="secondary"
      testId="discard-parked"
    >
      <p>{t('parked.discardLead')}</p>
      <LongTextField {...form.field('grounds')} label={t('parked.grounds')} required />
    </FormDialog>
  );
}
