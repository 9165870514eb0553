import { ActionGroup, Button, Form, Grid, GridItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
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
import { PageFrame } from '../../components/PageFrame';
import { ProblemAlert, Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { ItemRows, type ItemDraft, itemDraft, itemInput, newItem } from './ItemRows';

interface Draft {
  name: string;
  abstract: string;
  categoryCode: string;
  format: string;
  dataStructure: string;
  openType: string;
  sharingType: string;
  updateFrequency: string;
  sharingMethod: string;
  sourceSchema: string;
  sourceTable: string;
  rowCount: string;
  items: ItemDraft[];
}

function draftOf(resource: Resource | undefined): Draft {
  return {
    name: resource?.name ?? '',
    abstract: resource?.abstract ?? '',
    categoryCode: resource?.category?.code ?? '',
    format: resource?.format ?? 'DATABASE',
    dataStructure: resource?.dataStructure ?? 'STRUCTURED',
    sharingType: resource?.sharingType ?? '',
    openType: resource?.openType ?? 'CLOSED',
    updateFrequency: resource?.updateFrequency ?? 'DAILY',
    sharingMethod: resource?.sharingMethod ?? 'DATABASE',
    sourceSchema: resource?.sourceSchema ?? '',
    sourceTable: resource?.sourceTable ?? '',
    rowCount: resource ? String(resource.rowCount) : '',
    items: resource ? resource.items.map(itemDraft) : [newItem()],
  };
}

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
  const queries = useQueryClient();
  const categories = useCategories();
  const [draft, setDraft] = useState<Draft>(() => draftOf(existing?.data));
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const errors = (field: string) => (problem instanceof ApiProblem ? problem.messages(field) : []);
  const options = (kind: string, values: readonly string[]) =>
    values.map((value) => ({ value, text: code(kind, value) }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const body = {
      ...draft,
      sharingType: draft.sharingType || null,
      sourceSchema: draft.sourceSchema.trim() || null,
      sourceTable: draft.sourceTable.trim() || null,
      rowCount: draft.rowCount === '' ? null : Number(draft.rowCount),
      items: draft.items.map(itemInput),
    };
    try {
      const { data } = existing
        ? await send<Resource>(
            'PUT',
            `${CATALOG}/resources/${existing.data.id}`,
            body,
            existing.version,
          )
        : await send<Resource>('POST', `${CATALOG}/resources`, body);
      await queries.invalidateQueries();
      await navigate(`/catalog/${data?.id ?? existing?.data.id}`);
    } catch (failure) {
      setProblem(failure);
      window.scrollTo({ top: 0 });
      document.querySelector('#content')?.scrollTo({ top: 0 });
    } finally {
      setBusy(false);
    }
  };

  const besideInput = (field: string) => field in draft || /^items(\[\d+\])?\.?/.test(field);

  return (
    <Form onSubmit={(event) => void save(event)} data-testid="resource-form">
      {problem !== null && <ProblemAlert error={problem} hiddenFields={besideInput} />}
      <Panel title={t('resource.basics')}>
        <Grid hasGutter md={6}>
          <GridItem>
            <TextField
              id="name"
              label={t('resource.name')}
              required
              value={draft.name}
              onChange={(name) => set({ name })}
              errors={errors('name')}
              hint={t('compile.nameHint')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              id="categoryCode"
              label={t('resource.category')}
              required
              value={draft.categoryCode}
              placeholder={t('field.choose')}
              options={(categories.data?.items ?? []).map((c) => ({
                value: c.code,
                text: `${c.name} (${c.code})`,
              }))}
              onChange={(categoryCode) => set({ categoryCode })}
              errors={errors('categoryCode')}
            />
          </GridItem>
          <GridItem md={12}>
            <LongTextField
              id="abstract"
              label={t('resource.abstract')}
              required
              value={draft.abstract}
              onChange={(abstract) => set({ abstract })}
              errors={errors('abstract')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              id="format"
              label={t('resource.format')}
              required
              value={draft.format}
              options={options('resourceFormat', RESOURCE_FORMATS)}
              onChange={(format) => set({ format })}
              errors={errors('format')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              id="dataStructure"
              label={t('resource.dataStructure')}
              required
              value={draft.dataStructure}
              options={options('dataStructure', DATA_STRUCTURES)}
              onChange={(dataStructure) => set({ dataStructure })}
              errors={errors('dataStructure')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              id="sharingType"
              label={t('resource.sharingType')}
              value={draft.sharingType}
              placeholder={t('compile.sharingByItems')}
              options={options('sharingType', SHARING_TYPES)}
              onChange={(sharingType) => set({ sharingType })}
              errors={errors('sharingType')}
              hint={t('compile.sharingHint')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              id="openType"
              label={t('resource.openType')}
              required
              value={draft.openType}
              options={options('openType', OPEN_TYPES)}
              onChange={(openType) => set({ openType })}
              errors={errors('openType')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              id="updateFrequency"
              label={t('resource.updateFrequency')}
              required
              value={draft.updateFrequency}
              options={options('updateFrequency', UPDATE_FREQUENCIES)}
              onChange={(updateFrequency) => set({ updateFrequency })}
              errors={errors('updateFrequency')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              id="sharingMethod"
              label={t('resource.sharingMethod')}
              required
              value={draft.sharingMethod}
              options={options('sharingMethod', SHARING_METHODS)}
              onChange={(sharingMethod) => set({ sharingMethod })}
              errors={errors('sharingMethod')}
            />
          </GridItem>
        </Grid>
      </Panel>
      <Panel title={t('compile.source')}>
        <Grid hasGutter md={4}>
          <GridItem>
            <TextField
              id="sourceSchema"
              label={t('resource.sourceSchema')}
              value={draft.sourceSchema}
              onChange={(sourceSchema) => set({ sourceSchema })}
              errors={errors('sourceSchema')}
              hint={t('compile.sourceHint')}
            />
          </GridItem>
          <GridItem>
            <TextField
              id="sourceTable"
              label={t('resource.sourceTable')}
              value={draft.sourceTable}
              onChange={(sourceTable) => set({ sourceTable })}
              errors={errors('sourceTable')}
            />
          </GridItem>
          <GridItem>
            <TextField
              id="rowCount"
              type="number"
              label={t('resource.rowCount')}
              value={draft.rowCount}
              onChange={(rowCount) => set({ rowCount })}
              errors={errors('rowCount')}
            />
          </GridItem>
        </Grid>
      </Panel>
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
          problem={problem instanceof ApiProblem ? problem : null}
        />
      </Panel>
      <ActionGroup>
        <Button
          type="submit"
          isLoading={busy}
          isDisabled={busy}
          spinnerAriaValueText={t('state.loading')}
          data-testid="save"
        >
          {t('compile.save')}
        </Button>
        <Button
          variant="link"
          component={(props: object) => (
            <Link {...props} to={existing ? `/catalog/${existing.data.id}` : '/compile'} />
          )}
        >
          {t('action.cancel')}
        </Button>
      </ActionGroup>
    </Form>
  );
}
