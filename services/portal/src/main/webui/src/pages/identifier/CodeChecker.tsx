import { Button, Form } from '@patternfly/react-core';
import { useState } from 'react';
import { CATALOG } from '../../api/catalog';
import { send } from '../../api/client';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { LongTextField } from '../../components/Fields';
import { ProblemAlert } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { NONE, useTexts } from '../../i18n';

interface CodeCheck {
  identifier: string;
  valid: boolean;
  taken: boolean;
  reason?: string;
  suggestion?: string;
}

/** Checks identifiers as somebody wrote them, before they are used. */
export function CodeChecker() {
  const { t } = useTexts();
  const [checked, setChecked] = useState<CodeCheck[] | null>(null);
  const form = useForm({ identifiers: '' }, async (values) => {
    const identifiers = values.identifiers
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const answer = await send<CodeCheck[]>('POST', `${CATALOG}/identifiers/check`, { identifiers });
    setChecked(answer.data);
  });
  return (
    <Panel title={t('checker.title')} testId="checker">
      <Form onSubmit={(event) => void form.submit(event)}>
        {form.problem !== null && (
          <ProblemAlert error={form.problem} hiddenFields={(field) => field in form.values} />
        )}
        <LongTextField
          {...form.field('identifiers')}
          label={t('checker.codes')}
          hint={t('checker.hint')}
          rows={4}
          required
        />
        <div>
          <Button
            type="submit"
            variant="secondary"
            isLoading={form.busy}
            isDisabled={form.busy}
            spinnerAriaValueText={t('state.loading')}
            data-testid="check-codes"
          >
            {t('checker.check')}
          </Button>
        </div>
      </Form>
      {checked && (
        <DataTable
          label={t('checker.title')}
          rows={checked}
          rowKey={(_, index) => String(index)}
          rowTestId="checked-row"
          columns={[
            {
              title: t('resource.identifier'),
              className: 'gs-mono',
              render: (row) => row.identifier,
            },
            {
              title: t('checker.fits'),
              narrow: true,
              render: (row) => t(row.valid ? 'reference.yes' : 'reference.no'),
            },
            {
              title: t('checker.taken'),
              narrow: true,
              render: (row) => t(row.taken ? 'reference.yes' : 'reference.no'),
            },
            { title: t('scheme.reason'), render: (row) => row.reason ?? NONE },
            {
              title: t('collision.suggestion'),
              className: 'gs-mono',
              render: (row) => row.suggestion ?? NONE,
            },
          ]}
        />
      )}
    </Panel>
  );
}
