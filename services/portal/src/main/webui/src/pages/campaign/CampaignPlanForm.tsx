import { Button, Checkbox, Form, Grid, GridItem } from '@patternfly/react-core';
import { useDepartments } from '../../api/hooks';
import { CategoryField } from '../../components/CategoryField';
import { Panel } from '../../components/Facts';
import { ChoiceField, LongTextField, Messages, TextField } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { ProblemAlert } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import {
  type BatchDraft,
  type CampaignDraft,
  DEADLINES,
  emptyBatch,
  type CampaignInput,
  inputOf,
} from './campaignForm';

const STEPS = ['PLAN', 'SURVEY', 'GENERATE', 'REVIEW'] as const;

/** What a campaign compiles, who leads it, and its batches with their days and departments. */
export function CampaignPlanForm({
  initial,
  begun = [],
  text,
  back,
  testId,
  save,
}: {
  initial: CampaignDraft;
  /** Departments that have begun, and so stay. */
  begun?: string[];
  /** What the button says. */
  text: string;
  back: string;
  testId: string;
  save: (input: CampaignInput) => Promise<void>;
}) {
  const { t } = useTexts();
  const { departments } = useDepartments();
  const form = useForm<CampaignDraft>(initial, (values) => save(inputOf(values)));
  const { batches } = form.values;
  const change = (index: number, part: Partial<BatchDraft>) =>
    form.set({ batches: batches.map((b, i) => (i === index ? { ...b, ...part } : b)) });
  return (
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
            <CategoryField {...form.field('categoryCode')} label={t('campaign.library')} required />
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
            <LongTextField {...form.field('description')} label={t('item.description')} rows={2} />
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
            begun={begun}
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
      <FormActions text={text} busy={form.busy} back={back} testId={testId} />
    </Form>
  );
}

function BatchFields({
  batch,
  index,
  errors,
  change,
  begun,
  taken,
}: {
  batch: BatchDraft;
  index: number;
  errors: (name: string) => string[];
  change: (part: Partial<BatchDraft>) => void;
  begun: string[];
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
        <fieldset className="gs-group">
          <legend>{t('campaign.participants')}</legend>
          {chosen.some((code) => begun.includes(code)) && (
            <p className="gs-quiet">{t('campaign.begunStay')}</p>
          )}
          <div className="gs-columns">
            {departments
              .filter((d) => !taken.includes(d.code))
              .map((d) => (
                <Checkbox
                  key={d.code}
                  id={`batch-${index}-${d.code}`}
                  label={
                    begun.includes(d.code)
                      ? t('text.aside', { text: d.name, aside: t('campaign.hasBegun') })
                      : d.name
                  }
                  isDisabled={begun.includes(d.code) && chosen.includes(d.code)}
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
