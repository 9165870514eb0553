import { Button, Checkbox, Form } from '@patternfly/react-core';
import { useRef } from 'react';
import { ApiProblem, send } from '../../api/client';
import { PROPOSALS, type ProposalsMade } from '../../api/proposal';
import { DataTable } from '../../components/DataTable';
import { LongTextField, TextField } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { ProblemAlert } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { type FaultyLine, faultyLines } from './proposals';

/** Tables from the statements that create them; what cannot be read is shown with its line. */
export function DdlForm({
  campaign,
  made,
}: {
  campaign: string;
  made: (answer: ProposalsMade) => Promise<void>;
}) {
  const { t } = useTexts();
  const picker = useRef<HTMLInputElement>(null);
  const form = useForm({ ddl: '', schema: '', skipFaulty: false }, async (values) => {
    const { data } = await send<ProposalsMade>('POST', `${PROPOSALS}/ddl`, {
      ...values,
      schema: values.schema.trim() || null,
      campaignId: campaign || null,
    });
    await made(data);
  });
  const faults =
    form.problem instanceof ApiProblem ? faultyLines(form.values.ddl, form.problem) : [];
  return (
    <Form onSubmit={(event) => void form.submit(event)} className="gs-block-top">
      {form.problem !== null && (
        <ProblemAlert
          error={form.problem}
          hiddenFields={(field) => field === 'ddl' || field === 'schema'}
        />
      )}
      {faults.length > 0 && <Faults faults={faults} />}
      <div>
        <input
          ref={picker}
          type="file"
          accept=".sql,.ddl,.txt"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            void file?.text().then((ddl) => form.set({ ddl }));
          }}
          data-testid="ddl-file"
        />
        <Button variant="secondary" onClick={() => picker.current?.click()}>
          {t('proposal.ddlFile')}
        </Button>
      </div>
      <LongTextField
        {...form.field('ddl')}
        label={t('proposal.ddl')}
        required
        rows={14}
        hint={t('proposal.ddlHint')}
      />
      <TextField
        {...form.field('schema')}
        label={t('proposal.schema')}
        hint={t('proposal.schemaHint')}
      />
      <Checkbox
        id="skipFaulty"
        label={t('proposal.skipFaulty')}
        isChecked={form.values.skipFaulty}
        onChange={(_, skipFaulty) => form.set({ skipFaulty })}
      />
      <FormActions text={t('proposal.read')} busy={form.busy} back="/proposals" testId="read-ddl" />
    </Form>
  );
}

function Faults({ faults }: { faults: FaultyLine[] }) {
  const { t, number } = useTexts();
  return (
    <DataTable
      label={t('proposal.faults')}
      rows={faults}
      rowKey={(_, index) => String(index)}
      rowTestId="ddl-fault"
      columns={[
        {
          title: t('proposal.line'),
          numeric: true,
          narrow: true,
          render: (fault) => number(fault.line),
        },
        { title: t('proposal.text'), className: 'gs-mono', render: (fault) => fault.text },
        { title: t('proposal.problem'), render: (fault) => fault.message },
      ]}
    />
  );
}
