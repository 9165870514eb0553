import { Alert } from '@patternfly/react-core';
import { CATALOG } from '../../api/catalog';
import { send } from '../../api/client';
import { LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { incomplete, readCodes } from './codes';

/** Adds a version of a code table with all its codes. */
export function NewVersion({ table }: { table: string }) {
  const { t, number } = useTexts();
  const form = useForm({ label: '', validFrom: '', codes: '' }, async (values) => {
    await send('POST', `${CATALOG}/library/code-tables/${table}/versions`, {
      label: values.label,
      validFrom: values.validFrom || null,
      codes: readCodes(values.codes),
    });
    form.set({ label: '', validFrom: '', codes: '' });
  });
  const codes = readCodes(form.values.codes);
  const lacking = incomplete(codes);
  return (
    <FormDialog
      title={t('library.addVersion')}
      confirm={t('reference.save')}
      form={form}
      variant="secondary"
      testId="add-version"
    >
      <Alert component="p" variant="info" isInline isPlain title={t('library.versionHint')} />
      <TextField {...form.field('label')} label={t('library.version')} required />
      <TextField {...form.field('validFrom')} type="date" label={t('library.validFrom')} required />
      <LongTextField
        {...form.field('codes')}
        rows={12}
        label={t('library.codes')}
        hint={
          lacking.length > 0
            ? t('library.incomplete', { lines: lacking.slice(0, 10).join(t('list.separator')) })
            : t('library.codesHint', { count: number(codes.length) })
        }
        required
      />
    </FormDialog>
  );
}
