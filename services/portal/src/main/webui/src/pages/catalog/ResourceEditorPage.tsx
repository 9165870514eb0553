import { Button, Form, Grid, GridItem } from '@patternfly/react-core';
import { useNavigate, useParams } from 'react-router';
import {
  CATALOG,
  DATA_STRUCTURES,
  OPEN_TYPES,
  type Resource,
  RESOURCE_FORMATS,
  SHARING_METHODS,
  SHARING_TYPES,
  UPDATE_FREQUENCIES,
} from '../../api/catalog';
import { ApiProblem, send, type Versioned } from '../../api/client';
import { useCategories, useVersioned } from '../../api/hooks';
import { Panel } from '../../components/Facts';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { PageFrame } from '../../components/PageFrame';
import { ProblemAlert, Remote } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { ItemRows, newItem } from './ItemRows';
import { MoreMetadata } from './MoreMetadata';
import { draftOf, resourceInput } from './resourceDraft';

/** 编目: compiling a new resource or changing a draft. */
export function ResourceEditorPage() {
  const { id } = useParams();
  const { t } = useTexts();
  const resource = useVersioned<Resource>(`${CATALOG}/resources/${id}`, { enabled: Boolean(id) });
  const title = id ? t('compile.edit') : t('compile.new');
  const crumbs = [{ to: '/compile', text: t('menu.compile') }];
  return (
    <PageFrame title={title} lead={t('compile.formLead')} crumbs={crumbs}>
      {id ? (
        <Remote query={resource}>
          {(found) => <Editor key={found.version} existing={found} />}
        </Remote>
      ) : (
        <Editor />
      )}
    </PageFrame>
  );
}

function Editor({ existing }: { existing?: Versioned<Resource> }) {
  const { t, code } = useTexts();
  const navigate = useNavigate();
  const categories = useCategories();
  const form = useForm(
    () => draftOf(existing?.data),
    async (draft) => {
      const body = resourceInput(draft, existing?.data);
      const { data } = existing
        ? await send<Resource>(
            'PUT',
            `${CATALOG}/resources/${existing.data.id}`,
            body,
            existing.version,
          )
        : await send<Resource>('POST', `${CATALOG}/resources`, body);
      await navigate(`/catalog/${data?.id ?? existing?.data.id}`);
    },
  );
  const { values: draft, set } = form;
  const options = (kind: string, values: readonly string[]) =>
    values.map((value) => ({ value, text: code(kind, value) }));
  const besideInput = (field: string) => field in draft || /^items(\[\d+\])?\.?/.test(field);

  return (
    <Form onSubmit={(event) => void form.submit(event)} data-testid="resource-form">
      {form.problem !== null && <ProblemAlert error={form.problem} hiddenFields={besideInput} />}
      <Panel title={t('resource.basics')}>
        <Grid hasGutter md={6}>
          <GridItem>
            <TextField
              {...form.field('name')}
              label={t('resource.name')}
              required
              hint={t('compile.nameHint')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...form.field('categoryCode')}
              label={t('resource.category')}
              required
              placeholder={t('field.choose')}
              options={(categories.data?.items ?? []).map((c) => ({
                value: c.code,
                text: `${c.name} (${c.code})`,
              }))}
            />
          </GridItem>
          <GridItem md={12}>
            <LongTextField {...form.field('abstract')} label={t('resource.abstract')} required />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...form.field('format')}
              label={t('resource.format')}
              required
              options={options('resourceFormat', RESOURCE_FORMATS)}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...form.field('dataStructure')}
              label={t('resource.dataStructure')}
              required
              options={options('dataStructure', DATA_STRUCTURES)}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...form.field('sharingType')}
              label={t('resource.sharingType')}
              placeholder={t('compile.sharingByItems')}
              options={options('sharingType', SHARING_TYPES)}
              hint={t('compile.sharingHint')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...form.field('openType')}
              label={t('resource.openType')}
              required
              options={options('openType', OPEN_TYPES)}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...form.field('updateFrequency')}
              label={t('resource.updateFrequency')}
              required
              options={options('updateFrequency', UPDATE_FREQUENCIES)}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...form.field('sharingMethod')}
              label={t('resource.sharingMethod')}
              required
              options={options('sharingMethod', SHARING_METHODS)}
            />
          </GridItem>
        </Grid>
      </Panel>
      <Panel title={t('compile.source')}>
        <Grid hasGutter md={4}>
          <GridItem>
            <TextField
              {...form.field('sourceSchema')}
              label={t('resource.sourceSchema')}
              hint={t('compile.sourceHint')}
            />
          </GridItem>
          <GridItem>
            <TextField {...form.field('sourceTable')} label={t('resource.sourceTable')} />
          </GridItem>
          <GridItem>
            <TextField {...form.field('rowCount')} type="number" label={t('resource.rowCount')} />
          </GridItem>
        </Grid>
      </Panel>
      <MoreMetadata form={form} />
      <Panel
        title={t('resource.items')}
        actions={
          <Button
            variant="secondary"
            onClick={() => set({ items: [...draft.items, newItem()] })}
            data-testid="add-item"
          >
            {t('compile.addItem')}
          </Button>
        }
      >
        <p className="gs-quiet gs-block">{t('compile.itemsHint')}</p>
        <ItemRows
          items={draft.items}
          onChange={(items) => set({ items })}
          problem={form.problem instanceof ApiProblem ? form.problem : null}
        />
      </Panel>
      <FormActions
        text={t('compile.save')}
        busy={form.busy}
        back={existing ? `/catalog/${existing.data.id}` : '/compile'}
        testId="save"
      />
    </Form>
  );
}
