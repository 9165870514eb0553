import { Form, Grid, GridItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  type AccessRequest,
  type Resource,
  SHARING_METHODS,
  UPDATE_FREQUENCIES,
} from '../../api/catalog';
import {
  type Autosave,
  AutosaveLine,
  AutosaveNotice,
  Autosaved,
  type Kept,
  useAutosave,
} from '../../components/Autosaved';
import { Panel } from '../../components/Facts';
import { ChoiceField, LongTextField, Messages, TextField } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { CodeLabel } from '../../components/Labels';
import { ProblemAlert } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { EntryPick } from '../reference/EntryPick';
import { SourceNote, useSources } from '../authority/sources';
import { Preview } from './Preview';

function inOneYear(): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return day.toISOString().slice(0, 10);
}

interface RequestFormProps {
  resource: Resource;
  existing?: AccessRequest;
  /** Identities of items that somebody has chosen on the way here. */
  wanted?: string[];
  text: string;
  back: string;
  /** Sends the request and says which it is. */
  save: (input: unknown) => Promise<string>;
}

type Values = {
  chosen: string[];
  purpose: string;
  legalBasis: string;
  legalBasisId: string;
  scenario: string;
  frequency: string;
  method: string;
  validUntil: string;
};

/** The form of a request: chosen items and what they are needed for; kept as it is typed. */
export function RequestForm(props: RequestFormProps) {
  return (
    <Autosaved<Values> form="request" of={props.existing?.id ?? props.resource.id}>
      {(kept) => <Filling {...props} kept={kept} />}
    </Autosaved>
  );
}

function Filling({
  resource,
  existing,
  wanted = [],
  text,
  back,
  save,
  kept,
}: RequestFormProps & { kept: Kept<Values> }) {
  const { t, code, number } = useTexts();
  const navigate = useNavigate();
  const shareable = resource.items.filter((item) => item.sharingType !== 'NOT_SHARED');
  const sources = useSources(shareable.map((item) => item.id));
  const [initial] = useState<Values>(() => ({
    chosen: existing?.items.map((item) => item.id) ?? [],
    purpose: existing?.purpose ?? '',
    legalBasis: existing?.legalBasis ?? '',
    legalBasisId: existing?.legalBasisId ?? '',
    scenario: existing?.scenario ?? '',
    frequency: existing?.frequency ?? 'DAILY',
    method: existing?.method ?? resource.sharingMethod,
    validUntil: existing?.validUntil.slice(0, 10) ?? inOneYear(),
  }));
  const input = ({ chosen: items, ...texts }: Values) => ({
    ...texts,
    resourceId: resource.id,
    itemIds: resource.items.filter((i) => items.includes(i.id)).map((i) => i.id),
    scenario: texts.scenario.trim() || null,
    legalBasisId: texts.legalBasisId || null,
  });
  const form = useForm<Values>(
    () => {
      const begun = { ...initial, ...kept.values };
      const here = shareable.filter(({ id }) => begun.chosen.includes(id) || wanted.includes(id));
      return { ...begun, chosen: here.map(({ id }) => id) };
    },
    async (values) => {
      const id = await save(input(values));
      await autosave.close();
      await navigate(`/requests/${id}`);
    },
  );
  const autosave: Autosave = useAutosave(kept, form.values, initial);
  const chosen = new Set(form.values.chosen);
  const choose = (itemIds: Iterable<string>) => form.set({ chosen: [...itemIds] });
  const toggle = (itemId: string, on: boolean) =>
    choose(on ? [...chosen, itemId] : [...chosen].filter((id) => id !== itemId));

  const itemErrors = form.errors('itemIds');
  return (
    <Form onSubmit={(event) => void form.submit(event)} data-testid="apply-form">
      {form.problem !== null && (
        <ProblemAlert
          error={form.problem}
          hiddenFields={(field) => field in form.values || field === 'itemIds'}
        />
      )}
      <AutosaveNotice autosave={autosave} onDiscard={() => form.set(initial)} />
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
                    onSelect: (_, on) => choose(on ? shareable.map((i) => i.id) : []),
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
                  <Td>
                    {item.name}
                    <SourceNote source={sources.get(item.id)} />
                  </Td>
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
              {...form.field('purpose')}
              label={t('request.purpose')}
              required
              hint={t('apply.purposeHint')}
            />
          </GridItem>
          <GridItem>
            <LongTextField
              {...form.field('legalBasis')}
              label={t('request.legalBasis')}
              required
              hint={t('apply.legalBasisHint')}
            />
          </GridItem>
          <GridItem>
            <EntryPick
              {...form.field('legalBasisId')}
              kind="documents"
              label={t('request.document')}
              hint={t('apply.documentHint')}
            />
          </GridItem>
          <GridItem>
            <LongTextField
              {...form.field('scenario')}
              rows={2}
              label={t('request.scenario')}
              hint={t('apply.scenarioHint')}
            />
          </GridItem>
          <GridItem md={4}>
            <ChoiceField
              {...form.field('frequency')}
              label={t('request.frequency')}
              required
              options={UPDATE_FREQUENCIES.map((v) => ({
                value: v,
                text: code('updateFrequency', v),
              }))}
            />
          </GridItem>
          <GridItem md={4}>
            <ChoiceField
              {...form.field('method')}
              label={t('request.method')}
              required
              options={SHARING_METHODS.map((v) => ({ value: v, text: code('sharingMethod', v) }))}
            />
          </GridItem>
          <GridItem md={4}>
            <TextField
              {...form.field('validUntil')}
              type="date"
              label={t('request.validUntil')}
              required
            />
          </GridItem>
        </Grid>
      </Panel>
      <Preview input={input(form.values)} />
      <FormActions text={text} busy={form.busy} back={back} testId="submit-request" />
      <AutosaveLine autosave={autosave} />
    </Form>
  );
}
