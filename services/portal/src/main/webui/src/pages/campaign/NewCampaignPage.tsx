import { Button, Checkbox, Form, Grid, GridItem } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { type Campaign, CATALOG } from '../../api/catalog';
import { send } from '../../api/client';
import { useCategories, useDepartments } from '../../api/hooks';
import { Panel } from '../../components/Facts';
import { ChoiceField, LongTextField, Messages, TextField } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { PageFrame } from '../../components/PageFrame';
import { ProblemAlert } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { type BatchDraft, DEADLINES, emptyBatch, plansOf } from './campaignForm';

const STEPS = ['PLAN', 'SURVEY', 'GENERATE', 'REVIEW'] as const;

/** Begins a campaign: its library and lead, its batches with their days, and who takes part. */
export function NewCampaignPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { departments } = useDepartments();
  const categories = useCategories();
  const form = useForm(
    {
      name: '',
      categoryCode: '',
      leadDepartment: '',
      description: '',
      batches: [emptyBatch()],
    },
    async ({ batches, ...values }) => {
      const input = {
        ...values,
        description: values.description.trim() || null,
        ...plansOf(batches),
      };
      const { data } = await send<Campaign>('POST', `${CATALOG}/campaigns`, input);
      await navigate(`/campaigns/${data.id}`);
    },
  );
  const { batches } = form.values;
  const change = (index: number, part: Partial<BatchDraft>) =>
    form.set({ batches: batches.map((b, i) => (i === index ? { ...b, ...part } : b)) });
  return (
    <PageFrame title={t('campaign.new')} crumbs={[{ to: '/campaigns', text: t('menu.campaigns') }]}>
      <Form onSubmit={(event) => void form.submit(event)} data-testid="campaign-form">
        {form.problem !== null && (
          <ProblemAlert
            error={form.problem}
            hiddenFields={(field) => field in form.values || /^batches\[\d+\]\.\w+$/.test(field)}
          />
        )}
        <Panel title={t('campaign.name')}>
          <Grid hasGutter md={4}>
            <GridItem>
              <TextField {...form.field('name')} label={t('campaign.name')} required />
            </GridItem>
            <GridItem>
              <ChoiceField
                {...form.field('categoryCode')}
                label={t('campaign.library')}
                required
                placeholder={t('field.choose')}
                options={(categories.data?.items ?? []).map((c) => ({
                  value: c.code,
                  text: `${c.name} (${c.code})`,
                }))}
              />
            </GridItem>
            <GridItem>
              <ChoiceField
                {...form.field('leadDepartment')}
                label={t('campaign.leadDepartment')}
                required
                placeholder={t('field.choose')}
                options={departments.map((d) => ({ value: d.code, text: d.name }))}
              />
            </GridItem>
            <GridItem md={12}>
              <LongTextField
                {...form.field('description')}
                label={t('item.description')}
                rows={2}
              />
            </GridItem>
          </Grid>
        </Panel>
        <Messages id="participants-help" errors={form.errors('participants')} />
        {batches.map((batch, index) => (
          <Panel
            key={index}
            title={t('campaign.batchOf', { number: index + 1 })}
            actions={
              batches.length > 1 && (
                <Button
                  variant="link"
                  onClick={() => form.set({ batches: batches.filter((_, i) => i !== index) })}
                >
                  {t('campaign.removeBatch', { number: index + 1 })}
                </Button>
              )
            }
          >
            <BatchFields
              batch={batch}
              index={index}
              errors={(name) => form.errors(`batches[${index}].${name}`)}
              change={(part) => change(index, part)}
              taken={batches.flatMap((b, i) => (i === index ? [] : b.departments))}
            />
          </Panel>
        ))}
        <div>
          <Button
            variant="secondary"
            onClick={() => form.set({ batches: [...batches, emptyBatch()] })}
          >
            {t('campaign.addBatch')}
          </Button>
        </div>
        <FormActions
          text={t('campaign.begin')}
          busy={form.busy}
          back="/campaigns"
          testId="begin-campaign"
        />
      </Form>
    </PageFrame>
  );
}

function BatchFields({
  batch,
  index,
  errors,
  change,
  taken,
}: {
  batch: BatchDraft;
  index: number;
  errors: (name: string) => string[];
  change: (part: Partial<BatchDraft>) => void;
  /** Departments of other batches. */
  taken: string[];
}) {
  const { t, code } = useTexts();
  const { departments } = useDepartments();
  const chosen = batch.departments;
  return (
    <Grid hasGutter md={4}>
      <GridItem md={12}>
        <TextField
          id={`batch-${index}-name`}
          label={t('campaign.batchName')}
          required
          value={batch.name}
          onChange={(name) => change({ name })}
          errors={errors('name')}
        />
      </GridItem>
      {DEADLINES.map((day, step) => (
        <GridItem key={day} md={3}>
          <TextField
            id={`batch-${index}-${day}`}
            type="date"
            label={t('campaign.stepUntil', { step: code('campaignStep', STEPS[step]) })}
            required
            value={batch[day]}
            onChange={(value) => change({ [day]: value })}
            errors={errors(day)}
          />
        </GridItem>
      ))}
      <GridItem md={12}>
        <fieldset>
          <legend>{t('campaign.participants')}</legend>
          <div className="gs-columns">
            {departments
              .filter((d) => !taken.includes(d.code))
              .map((d) => (
                <Checkbox
                  key={d.code}
                  id={`batch-${index}-${d.code}`}
                  label={d.name}
                  isChecked={chosen.includes(d.code)}
                  onChange={(_, on) =>
                    change({
                      departments: on
                        ? [...chosen, d.code]
                        : chosen.filter((other) => other !== d.code),
                    })
                  }
                />
              ))}
          </div>
        </fieldset>
      </GridItem>
    </Grid>
  );
}
