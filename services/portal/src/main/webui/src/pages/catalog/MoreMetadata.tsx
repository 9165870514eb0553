import { Grid, GridItem } from '@patternfly/react-core';
import { CATALOG, type FormatType } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { Panel } from '../../components/Facts';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import type { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { CampaignField } from '../campaign/CampaignField';
import { EntryPick } from '../reference/EntryPick';
import { ENTRIES, type EntryField } from './EntryName';
import type { Draft } from './resourceDraft';

const CENSUS = [
  'storageGb',
  'sharedStorageGb',
  'sharedRows',
  'openStorageGb',
  'openRows',
] as const satisfies (keyof Draft)[];

const CONTACT = [
  ['contactName', 'name'],
  ['contactPhone', 'phone'],
  ['contactEmail', 'email'],
] as const satisfies [keyof Draft, string][];

/** The part of the form that a good entry has and a first draft may leave open. */
export function MoreMetadata({
  form,
  department,
}: {
  form: ReturnType<typeof useForm<Draft>>;
  /** Code of the department whose resource it is. */
  department: string | undefined;
}) {
  const { t, code } = useTexts();
  const types = useGet<FormatType[]>(`${CATALOG}/format-types`);
  const fitting = (types.data ?? []).filter((type) => type.format === form.values.format);
  return (
    <>
      <Panel title={t('resource.more')}>
        <Grid hasGutter md={6}>
          <GridItem>
            <ChoiceField
              {...form.field('formatType')}
              label={t('resource.formatType')}
              placeholder={t('compile.anyFormatType')}
              options={fitting.map((type) => ({ value: type.code, text: type.label }))}
            />
          </GridItem>
          <GridItem>
            <TextField
              {...form.field('keywords')}
              label={t('resource.keywords')}
              hint={t('compile.keywordsHint')}
            />
          </GridItem>
          <GridItem>
            <TextField {...form.field('openCondition')} label={t('resource.openCondition')} />
          </GridItem>
          <GridItem>
            <LongTextField
              {...form.field('relatedResources')}
              label={t('resource.related')}
              hint={t('compile.relatedHint')}
              rows={2}
            />
          </GridItem>
          <GridItem>
            <CampaignField
              {...form.field('campaignId')}
              label={code('resourceField', 'campaignId')}
              department={department}
              none={t('compile.noCampaign')}
              hint={t('compile.campaignHint')}
            />
          </GridItem>
          <GridItem>
            <TextField
              {...form.field('proposedIdentifier')}
              label={code('resourceField', 'proposedIdentifier')}
              hint={t('compile.identifierHint')}
            />
          </GridItem>
          {CONTACT.map(([name, part]) => (
            <GridItem key={name} md={4}>
              <TextField {...form.field(name, `contact.${part}`)} label={t(`contact.${part}`)} />
            </GridItem>
          ))}
        </Grid>
      </Panel>
      <Panel title={t('resource.organisation')}>
        <Grid hasGutter md={6}>
          {(Object.keys(ENTRIES) as EntryField[]).map((name) => (
            <GridItem key={name}>
              <EntryPick
                {...form.field(name)}
                label={code('resourceField', name)}
                kind={ENTRIES[name]}
                filters={{ department }}
                disabled={department === undefined}
              />
            </GridItem>
          ))}
        </Grid>
      </Panel>
      <Panel title={t('census.title')}>
        <Grid hasGutter md={4}>
          {CENSUS.map((name) => (
            <GridItem key={name}>
              <TextField
                {...form.field(name, `census.${name}`)}
                type="number"
                label={t(`census.${name}`)}
              />
            </GridItem>
          ))}
        </Grid>
      </Panel>
    </>
  );
}
