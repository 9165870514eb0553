import { ClipboardCopy, Alert } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../api/client';
import { type Enrolment, EXCHANGE } from '../../api/exchange';
import { useDepartments } from '../../api/hooks';
import { ConfirmButton } from '../../components/Actions';
import { Panel } from '../../components/Facts';
import { ChoiceField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

const PATH = `${EXCHANGE}/node-enrolments`;

/** Taking nodes in: codes that are out, nodes that have answered, and comparing fingerprints. */
export function EnrolmentsPanel() {
  const { t, time } = useTexts();
  const { departmentName } = useDepartments();
  const [issued, setIssued] = useState<Enrolment | null>(null);
  return (
    <Panel
      title={t('enrolment.title')}
      testId="enrolments"
      actions={<IssueButton onIssued={setIssued} />}
    >
      <p className="gs-quiet">{t('enrolment.lead')}</p>
      {issued?.registrationCode && (
        <Alert
          isInline
          variant="info"
          variantLabel={t('alert.info')}
          title={t('enrolment.codeOf', { node: issued.node })}
        >
          <p>{t('enrolment.codeHint', { until: time(issued.expiresAt) })}</p>
          <ClipboardCopy
            isReadOnly
            hoverTip={t('enrolment.copy')}
            clickTip={t('enrolment.copied')}
            textAriaLabel={t('enrolment.code')}
          >
            {issued.registrationCode}
          </ClipboardCopy>
        </Alert>
      )}
      <PagedTable<Enrolment>
        path={PATH}
        list="enrolments"
        every={5_000}
        label={t('enrolment.title')}
        rowKey={(e) => e.id}
        rowTestId="enrolment-row"
        empty={t('enrolment.none')}
        columns={[
          { title: t('node.code'), className: 'gs-mono', render: (e) => e.node },
          { title: t('node.department'), render: (e) => departmentName(e.department) },
          {
            title: t('enrolment.state'),
            render: (e) => <CodeLabel kind="enrolmentState" value={e.state} />,
          },
          {
            title: t('enrolment.issued'),
            narrow: true,
            render: (e) => time(e.issuedAt),
          },
          { title: t('enrolment.by'), render: (e) => e.issuedBy },
          { title: t('enrolment.actions'), render: (e) => <EnrolmentActions enrolment={e} /> },
        ]}
      />
    </Panel>
  );
}

function IssueButton({ onIssued }: { onIssued: (issued: Enrolment) => void }) {
  const { t } = useTexts();
  const { departments } = useDepartments();
  const queries = useQueryClient();
  const form = useForm({ node: '', name: '', department: '' }, async (values) => {
    const { data } = await send<Enrolment>('POST', PATH, values);
    onIssued(data);
    await queries.invalidateQueries();
  });
  return (
    <FormDialog
      title={t('enrolment.issue')}
      confirm={t('enrolment.issue')}
      form={form}
      testId="issue-code"
    >
      <TextField
        {...form.field('node')}
        label={t('node.code')}
        hint={t('domain.codeHint')}
        required
      />
      <TextField {...form.field('name')} label={t('node.name')} required />
      <ChoiceField
        {...form.field('department')}
        label={t('node.department')}
        placeholder={t('field.choose')}
        options={departments.map((d) => ({ value: d.code, text: d.name }))}
        required
      />
    </FormDialog>
  );
}

function EnrolmentActions({ enrolment: e }: { enrolment: Enrolment }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const form = useForm({ keyId: '' }, async (values) => {
    await send('POST', `${PATH}/${e.id}/confirmation`, values, `"${e.revision}"`);
    await queries.invalidateQueries();
  });
  const open = e.state === 'ISSUED' || e.state === 'CLAIMED';
  return (
    <>
      {e.state === 'CLAIMED' && (
        <FormDialog
          title={t('enrolment.confirm')}
          confirm={t('enrolment.confirm')}
          form={form}
          variant="link"
          label={t('enrolment.confirmOf', { node: e.node })}
          testId="confirm-enrolment"
        >
          <p>{t('enrolment.confirmHint')}</p>
          <TextField {...form.field('keyId')} label={t('enrolment.fingerprint')} required />
        </FormDialog>
      )}
      {open && (
        <ConfirmButton
          text={t('enrolment.cancel')}
          title={t('enrolment.cancel')}
          question={t('enrolment.cancelQuestion', { node: e.node })}
          variant="link"
          danger
          action={async () => {
            await send('POST', `${PATH}/${e.id}/cancellation`, undefined, `"${e.revision}"`);
            await queries.invalidateQueries();
          }}
        />
      )}
    </>
  );
}
