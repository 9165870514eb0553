import { Alert, Checkbox } from '@patternfly/react-core';
import { useState } from 'react';
import { CATALOG } from '../../api/catalog';
import { query, send } from '../../api/client';
import { LongTextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { regionLines } from './regionLines';

interface Outcome {
  added: number;
  changed: number;
  unchanged: number;
  committed: boolean;
}

/** Thrown so that the dialog stays open with what a check has found. */
class OnlyChecked extends Error {}

/** Takes many regions at once, as they are copied from a table. */
export function ImportRegions() {
  const { t, number } = useTexts();
  const [check, setCheck] = useState(true);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const form = useForm({ lines: '' }, async ({ lines }) => {
    setOutcome(null);
    const path = `${CATALOG}/regions/import${query({ dryRun: String(check) })}`;
    const { data } = await send<Outcome>('POST', path, { regions: regionLines(lines) });
    setOutcome(data);
    if (!data.committed) throw new OnlyChecked();
  });
  const said = outcome && {
    added: number(outcome.added),
    changed: number(outcome.changed),
    unchanged: number(outcome.unchanged),
  };
  return (
    <FormDialog
      title={t('regions.takeTitle')}
      text={t('regions.take')}
      confirm={check ? t('sheet.check') : t('regions.take')}
      form={{ ...form, problem: form.problem instanceof OnlyChecked ? null : form.problem }}
      variant="secondary"
      onOpen={async () => {
        setCheck(true);
        setOutcome(null);
        form.set({ lines: '' });
      }}
      testId="import-regions"
    >
      <p>{t('regions.lead')}</p>
      {outcome && said && (
        <Alert
          component="p"
          variant="success"
          isInline
          isLiveRegion
          variantLabel={t('alert.info')}
          title={t(outcome.committed ? 'regions.written' : 'regions.checked')}
          data-testid="regions-outcome"
        >
          {t('regions.outcome', said)}
        </Alert>
      )}
      <LongTextField
        {...form.field('lines')}
        rows={12}
        label={t('regions.csv')}
        hint={t('regions.csvHint')}
        required
      />
      <Checkbox
        id="regions-check"
        label={t('regions.check')}
        isChecked={check}
        onChange={(_, on) => setCheck(on)}
      />
    </FormDialog>
  );
}
