import { Alert } from '@patternfly/react-core';
import { CATALOG, type HandOverResult } from '../../api/catalog';
import { send } from '../../api/client';
import { useUser } from '../../app/user';
import { DataTable } from '../../components/DataTable';
import { LongTextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { Colleagues } from './HandOver';

/** A task in a list that can be chosen from: which, and the version that is seen. */
export const keyOfTask = (task: { id: string; revision: number }) => `${task.id}:${task.revision}`;

/** What is sent for keys of {@link keyOfTask}. */
export function targetsOf(keys: Iterable<string>) {
  return [...keys].map((key) => {
    const [id = '', revision] = key.split(':');
    return { id, revision: Number(revision) };
  });
}

/** Hands the chosen tasks, or without a choice all of one's own, to one colleague. */
export function HandOverMany({
  chosen,
  onDone,
}: {
  chosen: ReadonlySet<string>;
  onDone: (result: HandOverResult) => void;
}) {
  const { t, number } = useTexts();
  const me = useUser();
  const form = useForm({ to: '', remark: '' }, async ({ to, remark }) => {
    const { data } = await send<HandOverResult>('POST', `${CATALOG}/todo/tasks/assignments`, {
      to,
      remark: remark.trim() || null,
      ...(chosen.size > 0 ? { tasks: targetsOf(chosen) } : {}),
    });
    form.set({ to: '', remark: '' });
    onDone(data);
  });
  if (!me.department) {
    return null;
  }
  return (
    <FormDialog
      title={t('task.handOverMany')}
      text={
        chosen.size > 0
          ? t('task.handOverChosen', { count: number(chosen.size) })
          : t('task.handOverAll')
      }
      confirm={t('task.handOver')}
      form={form}
      variant="secondary"
      testId="hand-over-many"
    >
      <p>
        {chosen.size > 0 ? t('task.chosenLead', { count: number(chosen.size) }) : t('task.allLead')}
      </p>
      <p>{t('task.handOverLead')}</p>
      <Colleagues field={form.field('to')} label={t('task.to')} />
      <LongTextField {...form.field('remark')} rows={2} label={t('delegation.remark')} />
    </FormDialog>
  );
}

/** What became of each task; those that stayed with the reason. */
export function HandedOver({ result }: { result: HandOverResult }) {
  const { t, number } = useTexts();
  const stayed = result.items.filter((item) => !item.done);
  return (
    <Alert
      isInline
      variant={stayed.length > 0 || result.remaining > 0 ? 'warning' : 'info'}
      variantLabel={t(stayed.length > 0 || result.remaining > 0 ? 'alert.warning' : 'alert.info')}
      title={t('task.handedOver', { to: result.to, done: number(result.done) })}
      data-testid="handed-over"
    >
      {result.remaining > 0 && <p>{t('task.remaining', { count: number(result.remaining) })}</p>}
      {stayed.length > 0 && (
        <DataTable
          label={t('task.stayed', { count: number(stayed.length) })}
          rows={stayed}
          rowKey={(item) => item.id}
          rowTestId="stayed-row"
          columns={[
            { title: t('task.title'), render: (item) => item.title ?? '—' },
            { title: t('task.whyNot'), render: (item) => item.reason ?? '—' },
          ]}
        />
      )}
    </Alert>
  );
}
