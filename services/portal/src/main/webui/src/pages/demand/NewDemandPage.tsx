import { Form, Grid, GridItem } from '@patternfly/react-core';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { CATALOG, type Demand, UPDATE_FREQUENCIES } from '../../api/catalog';
import { send } from '../../api/client';
import { useDepartments } from '../../api/hooks';
import {
  type Autosave,
  AutosaveLine,
  AutosaveNotice,
  Autosaved,
  type Kept,
  useAutosave,
} from '../../components/Autosaved';
import { Panel } from '../../components/Facts';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { PageFrame } from '../../components/PageFrame';
import { ProblemAlert } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { EntryPick } from '../reference/EntryPick';

const EMPTY = {
  name: '',
  items: '',
  purpose: '',
  legalBasis: '',
  legalBasisId: '',
  scenario: '',
  frequency: 'MONTHLY',
  preferredDepartment: '',
};

type Values = typeof EMPTY;

/** Says what is needed and nobody has published. */
export function NewDemandPage() {
  const { t } = useTexts();
  const [search] = useSearchParams();
  // A search that found nothing leads here with its words.
  const [initial] = useState<Values>({ ...EMPTY, name: search.get('name') ?? '' });
  return (
    <PageFrame
      title={t('demand.new')}
      lead={t('demand.lead')}
      crumbs={[{ to: '/demands', text: t('menu.demands') }]}
    >
      <Autosaved<Values> form="demand" of="new">
        {(kept) => <DemandForm kept={kept} initial={initial} />}
      </Autosaved>
    </PageFrame>
  );
}

function DemandForm({ kept, initial }: { kept: Kept<Values>; initial: Values }) {
  const { t, code } = useTexts();
  const navigate = useNavigate();
  const { departments } = useDepartments();
  const form = useForm<Values>({ ...initial, ...kept.values }, async (values) => {
    const { data } = await send<Demand>('POST', `${CATALOG}/demands`, {
      ...values,
      items: values.items
        .split('\n')
        .map((item) => item.trim())
        .filter(Boolean),
      legalBasisId: values.legalBasisId || null,
      scenario: values.scenario.trim() || null,
      preferredDepartment: values.preferredDepartment || null,
    });
    await autosave.close();
    await navigate(`/demands/${data.id}`);
  });
  const autosave: Autosave = useAutosave(kept, form.values, initial);
  return (
    <Form onSubmit={(event) => void form.submit(event)} data-testid="demand-form">
      {form.problem !== null && (
        <ProblemAlert error={form.problem} hiddenFields={(field) => field in form.values} />
      )}
      <AutosaveNotice autosave={autosave} onDiscard={() => form.set(initial)} />
      <Panel title={t('demand.content')}>
        <Grid hasGutter md={6}>
          <GridItem>
            <TextField {...form.field('name')} label={t('demand.name')} required />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...form.field('preferredDepartment')}
              label={t('demand.preferred')}
              placeholder={t('demand.unknown')}
              options={departments.map((d) => ({ value: d.code, text: d.name }))}
            />
          </GridItem>
          <GridItem>
            <LongTextField
              {...form.field('items')}
              label={t('demand.items')}
              hint={t('demand.itemsHint')}
              rows={5}
              required
            />
          </GridItem>
          <GridItem>
            <LongTextField {...form.field('purpose')} label={t('request.purpose')} required />
          </GridItem>
          <GridItem>
            <LongTextField {...form.field('legalBasis')} label={t('request.legalBasis')} required />
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
            <LongTextField {...form.field('scenario')} label={t('request.scenario')} />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...form.field('frequency')}
              label={t('request.frequency')}
              required
              options={UPDATE_FREQUENCIES.map((value) => ({
                value,
                text: code('updateFrequency', value),
              }))}
            />
          </GridItem>
        </Grid>
      </Panel>
      <FormActions text={t('demand.submit')} busy={form.busy} back="/demands" />
      <AutosaveLine autosave={autosave} />
    </Form>
  );
}
