import { CATALOG, type Page, type Person, type Task } from '../../api/catalog';
import { query, send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { useUser } from '../../app/user';
import { ChoiceField, LongTextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

/** Hands a task to a colleague who holds the role it needs. */
export function HandOver({ task }: { task: Task }) {
  const { t } = useTexts();
  const form = useForm({ to: '', remark: '' }, async (values) => {
    await send(
      'POST',
      `${CATALOG}/todo/tasks/${task.id}/assignment`,
      { to: values.to, remark: values.remark.trim() || null },
      `"${task.revision}"`,
    );
  });
  return (
    <FormDialog
      title={t('task.handOver')}
      confirm={t('task.handOver')}
      form={form}
      variant="link"
      testId="hand-over"
    >
      <p>{t('task.handOverLead')}</p>
      <Colleagues role={task.role} field={form.field('to')} label={t('task.to')} />
      <LongTextField {...form.field('remark')} rows={2} label={t('delegation.remark')} />
    </FormDialog>
  );
}

/** A choice among the people of one's department who hold a role. */
export function Colleagues({
  role,
  field,
  label,
}: {
  role?: string;
  field: { id: string; value: string; onChange: (value: string) => void; errors: string[] };
  label: string;
}) {
  const { t } = useTexts();
  const me = useUser();
  const people = useGet<Page<Person>>(
    `${CATALOG}/people${query({ department: me.department?.code, role, size: 100 })}`,
  );
  return (
    <ChoiceField
      {...field}
      label={label}
      required
      placeholder={t('field.choose')}
      options={(people.data?.items ?? []).map(({ name }) => ({ value: name, text: name }))}
    />
  );
}
