import { useNavigate } from 'react-router';
import { send } from '../../api/client';
import { EXCHANGE, type ParkedRows, type Run } from '../../api/exchange';
import { ChoiceField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { NONE, useTexts } from '../../i18n';
import { waitingKinds } from './parkedRows';

/** Has parked rows tried again: all that wait, or those of one kind. */
export function ReplayDialog({ service, parked }: { service: string; parked: ParkedRows }) {
  const { t, code, number } = useTexts();
  const navigate = useNavigate();
  const kinds = waitingKinds(parked);
  const form = useForm({ which: '' }, async (values) => {
    const kind = values.which === '' ? undefined : kinds[Number(values.which)];
    const run = await send<Run>('POST', `${EXCHANGE}/services/${service}/parked-rows/replay`, {
      reason: kind?.reason ?? null,
      constraint: kind?.constraint ?? null,
    });
    void navigate(`/exchange/runs/${run.data.id}`);
  });
  return (
    <FormDialog
      title={t('replay.title')}
      confirm={t('replay.start')}
      form={form}
      variant="secondary"
      testId="replay-parked"
    >
      <p>{t('replay.lead')}</p>
      <ChoiceField
        {...form.field('which')}
        label={t('replay.which')}
        placeholder={t('replay.all', { rows: number(parked.waiting) })}
        options={kinds.map((kind, index) => ({
          value: String(index),
          text: t('replay.kind', {
            reason: code('runReason', kind.reason),
            constraint: kind.constraint ?? NONE,
            rows: number(kind.rows),
          }),
        }))}
      />
    </FormDialog>
  );
}
