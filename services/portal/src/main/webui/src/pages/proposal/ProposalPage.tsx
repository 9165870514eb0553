import { Alert, Form, Grid, GridItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import type { Resource } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useVersioned } from '../../api/hooks';
import { type Proposal, PROPOSALS } from '../../api/proposal';
import { ConfirmButton } from '../../components/Actions';
import { Facts, Panel } from '../../components/Facts';
import { LongTextField, Messages, TextField } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { ProblemAlert, Remote } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { DraftChoices } from './DraftChoices';
import { ProposalResult } from './ProposalResult';
import { ProposedItems } from './ProposedItems';
import { itemInputOf } from './proposals';

/** One table: what its entry may look like, and making a draft of it or not. */
export function ProposalPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const proposal = useVersioned<Proposal>(`${PROPOSALS}/${id}`);
  const found = proposal.data;
  return (
    <PageFrame
      title={found?.data.name ?? t('proposal.one')}
      label={
        found && <CodeLabel kind="proposalState" value={found.data.state} testId="proposal-state" />
      }
      crumbs={[{ to: '/proposals', text: t('menu.proposals') }]}
      actions={found?.data.state === 'OPEN' && <DismissButton proposal={found} />}
    >
      <Remote query={proposal}>
        {(shown) => (
          <>
            <TableFacts proposal={shown.data} />
            {shown.data.state === 'OPEN' ? (
              <Acceptance key={shown.version} proposal={shown} />
            ) : (
              <Panel title={t('proposal.items')}>
                <ProposedItems
                  items={shown.data.items}
                  included={shown.data.items
                    .filter((item) => item.included)
                    .map((item) => item.fieldName)}
                />
              </Panel>
            )}
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function TableFacts({ proposal: p }: { proposal: Proposal }) {
  const { t, code, number, time } = useTexts();
  return (
    <Panel title={t('proposal.facts')}>
      {p.catalogued && p.state === 'OPEN' && (
        <Alert component="p" isInline variant="warning" title={t('proposal.catalogued')}>
          <ProposalResult proposal={p} />
        </Alert>
      )}
      <Facts
        facts={[
          [
            t('proposal.table'),
            <span className="gs-mono">{`${p.sourceSchema}.${p.sourceTable}`}</span>,
          ],
          [t('proposal.origin'), code('proposalOrigin', p.origin)],
          [t('proposal.node'), p.node],
          [t('proposal.rows'), number(p.rowCount)],
          [t('proposal.createdBy'), p.createdBy],
          [t('proposal.createdAt'), time(p.createdAt)],
          [
            t('proposal.campaign'),
            p.campaignId && <Link to={`/campaigns/${p.campaignId}`}>{t('proposal.campaign')}</Link>,
          ],
          [t('proposal.decided'), p.decidedAt && `${p.decidedBy} ${time(p.decidedAt)}`],
          [t('proposal.remark'), p.remark],
          [t('proposal.result'), <ProposalResult proposal={p} />],
        ]}
      />
    </Panel>
  );
}

function DismissButton({ proposal }: { proposal: Versioned<Proposal> }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const { id, name } = proposal.data;
  return (
    <ConfirmButton
      text={t('proposal.dismiss')}
      title={t('proposal.dismiss')}
      question={t('proposal.dismissQuestion', { name })}
      remark="optional"
      variant="secondary"
      testId="dismiss"
      action={async (remark) => {
        const body = { remark: remark || null };
        await send('POST', `${PROPOSALS}/${id}/dismissal`, body, proposal.version);
        await queries.invalidateQueries();
      }}
    />
  );
}

function Acceptance({ proposal }: { proposal: Versioned<Proposal> }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const p = proposal.data;
  const form = useForm(
    {
      name: p.name,
      abstract: p.abstract,
      categoryCode: '',
      updateFrequency: 'DAILY',
      openType: 'CLOSED',
      included: p.items.filter((item) => item.included).map((item) => item.fieldName),
    },
    async ({ included, ...values }) => {
      const items = p.items.filter((item) => included.includes(item.fieldName)).map(itemInputOf);
      const { data } = await send<Resource>(
        'POST',
        `${PROPOSALS}/${p.id}/acceptance`,
        { ...values, items },
        proposal.version,
      );
      await navigate(`/catalog/${data.id}`);
    },
  );
  const { included } = form.values;
  const include = (column: string, on: boolean) =>
    form.set({
      included: on ? [...included, column] : included.filter((other) => other !== column),
    });
  return (
    <Form onSubmit={(event) => void form.submit(event)} data-testid="acceptance">
      {form.problem !== null && (
        <ProblemAlert
          error={form.problem}
          hiddenFields={(field) => field in form.values || field === 'items'}
        />
      )}
      <Panel title={t('resource.basics')}>
        <p className="gs-block">{t('proposal.acceptLead')}</p>
        <Grid hasGutter md={6}>
          <GridItem>
            <TextField {...form.field('name')} label={t('resource.name')} required />
            <LongTextField {...form.field('abstract')} label={t('resource.abstract')} required />
          </GridItem>
          <GridItem>
            <DraftChoices form={form} />
          </GridItem>
        </Grid>
      </Panel>
      <Panel title={t('proposal.items')}>
        <Messages id="items-help" errors={form.errors('items')} />
        <ProposedItems items={p.items} included={included} onInclude={include} />
      </Panel>
      <FormActions text={t('proposal.accept')} busy={form.busy} back="/proposals" testId="accept" />
    </Form>
  );
}
