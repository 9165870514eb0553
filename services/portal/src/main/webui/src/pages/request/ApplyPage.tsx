import { ActionGroup, Button, Form, Grid, GridItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
  type AccessRequest,
  CATALOG,
  type Resource,
  SHARING_METHODS,
  UPDATE_FREQUENCIES,
} from '../../api/catalog';
import { ApiProblem, send } from '../../api/client';
import { useVersioned } from '../../api/hooks';
import { Panel } from '../../components/Facts';
import { ChoiceField, LongTextField, Messages, TextField } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { ProblemAlert, Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';

/** 申请资源: which items, for what, on what legal basis, how often and until when. */
export function ApplyPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const resource = useVersioned<Resource>(`${CATALOG}/resources/${id}`);
  const name = resource.data?.data.name;
  return (
    <PageFrame
      title={name ? t('apply.titleOf', { name }) : t('action.apply')}
      lead={t('apply.lead')}
      crumbs={[
        { to: '/catalog', text: t('menu.resources') },
        ...(name ? [{ to: `/catalog/${id}`, text: name }] : []),
      ]}
    >
      <Remote query={resource}>{(found) => <ApplyForm resource={found.data} />}</Remote>
    </PageFrame>
  );
}

function inOneYear(): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return day.toISOString().slice(0, 10);
}

function ApplyForm({ resource }: { resource: Resource }) {
  const { t, code, number } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const shareable = resource.items.filter((item) => item.sharingType !== 'NOT_SHARED');
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [form, setForm] = useState({
    purpose: '',
    legalBasis: '',
    scenario: '',
    frequency: 'DAILY',
    method: resource.sharingMethod as string,
    validUntil: inOneYear(),
  });
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<typeof form>) => setForm((old) => ({ ...old, ...change }));
  const errors = (field: string) => (problem instanceof ApiProblem ? problem.messages(field) : []);
  const toggle = (itemId: string, on: boolean) =>
    setChosen((old) => {
      const next = new Set(old);
      if (on) next.add(itemId);
      else next.delete(itemId);
      return next;
    });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await send<AccessRequest>('POST', `${CATALOG}/requests`, {
        resourceId: resource.id,
        itemIds: resource.items.filter((i) => chosen.has(i.id)).map((i) => i.id),
        ...form,
        scenario: form.scenario.trim() || null,
      });
      await queries.invalidateQueries();
      await navigate(`/requests/${data.id}`);
    } catch (failure) {
      setProblem(failure);
      document.querySelector('#content')?.scrollTo({ top: 0 });
    } finally {
      setBusy(false);
    }
  };

  const itemErrors = errors('itemIds');
  return (
    <Form onSubmit={(event) => void submit(event)} data-testid="apply-form">
      {problem !== null && (
        <ProblemAlert
          error={problem}
          hiddenFields={(field) => field in form || field === 'itemIds'}
        />
      )}
      <Panel
        title={t('apply.items', { chosen: number(chosen.size), all: number(shareable.length) })}
      >
        <Messages id="items-help" errors={itemErrors} hint={t('apply.itemsHint')} />
        <div className="gs-scroll">
          <Table aria-label={t('resource.items')} variant="compact" gridBreakPoint="">
            <Thead>
              <Tr>
                <Th
                  aria-label={t('apply.all')}
                  select={{
                    onSelect: (_, on) =>
                      setChosen(on ? new Set(shareable.map((i) => i.id)) : new Set()),
                    isSelected: shareable.length > 0 && chosen.size === shareable.length,
                  }}
                />
                <Th modifier="nowrap">{t('item.name')}</Th>
                <Th modifier="nowrap">{t('item.fieldName')}</Th>
                <Th modifier="nowrap">{t('item.dataType')}</Th>
                <Th modifier="nowrap" className="gs-number">
                  {t('item.length')}
                </Th>
                <Th modifier="nowrap">{t('resource.sharingType')}</Th>
                <Th modifier="nowrap">{t('item.basis')}</Th>
              </Tr>
            </Thead>
            <Tbody>
              {resource.items.map((item, rowIndex) => (
                <Tr key={item.id} data-testid="item-row">
                  <Td
                    select={{
                      rowIndex,
                      onSelect: (_, on) => toggle(item.id, on),
                      isSelected: chosen.has(item.id),
                      isDisabled: item.sharingType === 'NOT_SHARED',
                      props: { 'aria-label': t('apply.choose', { name: item.name }) },
                    }}
                  />
                  <Td>{item.name}</Td>
                  <Td className="gs-mono">{item.fieldName}</Td>
                  <Td>{code('dataType', item.dataType)}</Td>
                  <Td className="gs-number">{number(item.length)}</Td>
                  <Td>
                    <CodeLabel kind="sharingType" value={item.sharingType} />
                  </Td>
                  <Td>
                    {item.sharingType === 'NOT_SHARED'
                      ? t('apply.itemNotShared', { basis: item.legalBasis ?? '—' })
                      : (item.sharingCondition ?? '—')}
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </div>
      </Panel>
      <Panel title={t('apply.reason')}>
        <Grid hasGutter md={6}>
          <GridItem>
            <LongTextField
              id="purpose"
              label={t('request.purpose')}
              required
              value={form.purpose}
              onChange={(purpose) => set({ purpose })}
              errors={errors('purpose')}
              hint={t('apply.purposeHint')}
            />
          </GridItem>
          <GridItem>
            <LongTextField
              id="legalBasis"
              label={t('request.legalBasis')}
              required
              value={form.legalBasis}
              onChange={(legalBasis) => set({ legalBasis })}
              errors={errors('legalBasis')}
              hint={t('apply.legalBasisHint')}
            />
          </GridItem>
          <GridItem md={12}>
            <LongTextField
              id="scenario"
              rows={2}
              label={t('request.scenario')}
              value={form.scenario}
              onChange={(scenario) => set({ scenario })}
              errors={errors('scenario')}
              hint={t('apply.scenarioHint')}
            />
          </GridItem>
          <GridItem md={4}>
            <ChoiceField
              id="frequency"
              label={t('request.frequency')}
              required
              value={form.frequency}
              options={UPDATE_FREQUENCIES.map((v) => ({
                value: v,
                text: code('updateFrequency', v),
              }))}
              onChange={(frequency) => set({ frequency })}
              errors={errors('frequency')}
            />
          </GridItem>
          <GridItem md={4}>
            <ChoiceField
              id="method"
              label={t('request.method')}
              required
              value={form.method}
              options={SHARING_METHODS.map((v) => ({ value: v, text: code('sharingMethod', v) }))}
              onChange={(method) => set({ method })}
              errors={errors('method')}
            />
          </GridItem>
          <GridItem md={4}>
            <TextField
              id="validUntil"
              type="date"
              label={t('request.validUntil')}
              required
              value={form.validUntil}
              onChange={(validUntil) => set({ validUntil })}
              errors={errors('validUntil')}
            />
          </GridItem>
        </Grid>
      </Panel>
      <ActionGroup>
        <Button
          type="submit"
          isLoading={busy}
          isDisabled={busy}
          spinnerAriaValueText={t('state.loading')}
          data-testid="submit-request"
        >
          {t('apply.submit')}
        </Button>
        <Button
          variant="link"
          component={(props: object) => <Link {...props} to={`/catalog/${resource.id}`} />}
        >
          {t('action.cancel')}
        </Button>
      </ActionGroup>
    </Form>
  );
}
