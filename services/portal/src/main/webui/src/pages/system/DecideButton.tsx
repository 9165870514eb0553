import { CATALOG } from '../../api/catalog';
import { send } from '../../api/client';
import { ChoiceField, LongTextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { PickField } from '../../components/PickField';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { CLEAN_UPS, type System } from './system';

/** 清理意见: says whether a system is kept, merged into another or retired. */
export function DecideButton({
  system,
  variant,
}: {
  system: System;
  variant: 'primary' | 'secondary' | 'link';
}) {
  const { t, code } = useTexts();
  const begin = () => ({
    decision: system.decision?.decision ?? '',
    targetId: system.decision?.targetId ?? '',
    reason: system.decision?.reason ?? '',
  });
  const form = useForm<ReturnType<typeof begin>>(begin, async (values) => {
    await send(
      'PUT',
      `${CATALOG}/systems/${system.id}/decision`,
      {
        decision: values.decision || null,
        targetId: values.decision === 'MERGE' ? values.targetId || null : null,
        reason: values.reason,
      },
      `"${system.revision}"`,
    );
  });
  return (
    <FormDialog
      title={t('system.decideOn', { name: system.name })}
      text={t(system.decision ? 'system.decideAnew' : 'system.decide')}
      confirm={t('reference.save')}
      form={form}
      variant={variant}
      onOpen={() => Promise.resolve(form.set(begin()))}
      testId="decide"
    >
      <ChoiceField
        {...form.field('decision')}
        label={t('system.decision')}
        placeholder={t('field.choose')}
        required
        options={CLEAN_UPS.map((value) => ({ value, text: code('cleanUp', value) }))}
      />
      {form.values.decision === 'MERGE' && (
        <PickField<System>
          {...form.field('targetId')}
          label={t('system.target')}
          required
          path={`${CATALOG}/systems`}
          idOf={(row) => row.id}
          describe={(row) => `${row.name}（${row.department.name}）`}
        />
      )}
      <LongTextField {...form.field('reason')} label={t('system.reason')} required />
    </FormDialog>
  );
}
