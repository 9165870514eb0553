import { Alert, Button, Form, Grid, GridItem } from '@patternfly/react-core';
import { useState } from 'react';
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
import { ApiProblem, get, send, type Versioned } from '../../api/client';
import { useVersioned } from '../../api/hooks';
import { useUser } from '../../app/user';
import {
  type Autosave,
  AutosaveLine,
  AutosaveNotice,
  Autosaved,
  type Kept,
  useAutosave,
} from '../../components/Autosaved';
import { CategoryField } from '../../components/CategoryField';
import { Panel } from '../../components/Facts';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { PageFrame } from '../../components/PageFrame';
import { ProblemAlert, Remote } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { type Chosen, editedMeanwhile, merge } from './conflict';
import { ConflictPanel } from './ConflictPanel';
import { newItem } from './itemDraft';
import { ItemRows } from './ItemRows';
import { MoreMetadata } from './MoreMetadata';
import { remarksOf } from './remarks';
import { completed, type Draft, draftOf, resourceInput } from './resourceDraft';
import { ReturnedPanel } from './ReturnedPanel';

/** 编目: compiling a new resource or changing a draft. */
export function ResourceEditorPage() {
  const { id } = useParams();
  const { t } = useTexts();
  const resource = useVersioned<Resource>(`${CATALOG}/resources/${id}`, {
    enabled: Boolean(id),
    fresh: true,
  });
  const title = id ? t('compile.edit') : t('compile.new');
  const crumbs = [{ to: '/compile', text: t('menu.compile') }];
  const editor = (existing?: Versioned<Resource>) => (
    <Autosaved<Draft> form="resource" of={id ?? 'new'}>
      {(kept) => <Editor kept={kept} found={existing} />}
    </Autosaved>
  );
  return (
    <PageFrame title={title} lead={t('compile.formLead')} crumbs={crumbs}>
      {id ? <Remote query={resource}>{editor}</Remote> : editor()}
    </PageFrame>
  );
}

function Editor({ kept, found }: { kept: Kept<Draft>; found?: Versioned<Resource> }) {
  const { t, code } = useTexts();
  const me = useUser();
  const navigate = useNavigate();
  // What is being changed stays what it was when the typing began, whatever is read meanwhile.
  const [initial] = useState(() => draftOf(found?.data));
  const [existing, setExisting] = useState(
    () => found && { data: found.data, version: kept.version ?? found.version },
  );
  const [merged, setMerged] = useState(false);
  const form = useForm(kept.values ? completed(kept.values, initial) : initial, async (draft) => {
    const body = resourceInput(draft);
    const { data } = existing
      ? await send<Resource>(
          'PUT',
          `${CATALOG}/resources/${existing.data.id}`,
          body,
          existing.version,
        )
      : await send<Resource>('POST', `${CATALOG}/resources`, body);
    await autosave.close();
    await navigate(`/catalog/${data.id}`);
  });
  const { values: draft, set } = form;
  const autosave: Autosave = useAutosave(kept, draft, initial, existing?.version);
  const conflict = editedMeanwhile(form.problem);
  const takeOver = async (chosen: Chosen) => {
    if (!existing || !conflict) return;
    const theirs = await get<Resource>(`${CATALOG}/resources/${existing.data.id}`);
    const result = merge(draft, theirs, conflict.difference, chosen);
    set(result);
    setExisting({ data: theirs, version: `"${conflict.current.revision}"` });
    form.setProblem(null);
    setMerged(true);
  };
  const remarks = remarksOf(existing?.data);
  const field = (...[name, path]: Parameters<typeof form.field>) => ({
    ...form.field(name, path),
    remarks: remarks.on(path ?? name),
  });
  const options = (kind: string, values: readonly string[]) =>
    values.map((value) => ({ value, text: code(kind, value) }));
  const besideInput = (field: string) => field in draft || /^items(\[\d+\])?\.?/.test(field);

  return (
    <Form onSubmit={(event) => void form.submit(event)} data-testid="resource-form">
      <AutosaveNotice
        autosave={autosave}
        onDiscard={() => {
          set(initial);
          setExisting(found);
        }}
      />
      {existing && <ReturnedPanel resource={existing.data} />}
      {conflict && existing && (
        <ConflictPanel
          key={conflict.current.revision}
          conflict={conflict}
          items={draft.items}
          onMerge={takeOver}
        />
      )}
      {form.problem !== null && !conflict && (
        <ProblemAlert error={form.problem} hiddenFields={besideInput} />
      )}
      {merged && form.problem === null && (
        <Alert
          component="p"
          variant="success"
          isInline
          isLiveRegion
          variantLabel={t('alert.info')}
          title={t('merge.done')}
          data-testid="merged"
        />
      )}
      <Panel title={t('resource.basics')}>
        <Grid hasGutter md={6}>
          <GridItem>
            <TextField
              {...field('name')}
              label={t('resource.name')}
              required
              hint={t('compile.nameHint')}
            />
          </GridItem>
          <GridItem>
            <CategoryField {...field('categoryCode')} label={t('resource.category')} required />
          </GridItem>
          <GridItem md={12}>
            <LongTextField {...field('abstract')} label={t('resource.abstract')} required />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...field('format')}
              label={t('resource.format')}
              required
              options={options('resourceFormat', RESOURCE_FORMATS)}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...field('dataStructure')}
              label={t('resource.dataStructure')}
              required
              options={options('dataStructure', DATA_STRUCTURES)}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...field('sharingType')}
              label={t('resource.sharingType')}
              placeholder={t('compile.sharingByItems')}
              options={options('sharingType', SHARING_TYPES)}
              hint={t('compile.sharingHint')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...field('openType')}
              label={t('resource.openType')}
              required
              options={options('openType', OPEN_TYPES)}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...field('updateFrequency')}
              label={t('resource.updateFrequency')}
              required
              options={options('updateFrequency', UPDATE_FREQUENCIES)}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...field('sharingMethod')}
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
              {...field('sourceSchema')}
              label={t('resource.sourceSchema')}
              hint={t('compile.sourceHint')}
            />
          </GridItem>
          <GridItem>
            <TextField {...field('sourceTable')} label={t('resource.sourceTable')} />
          </GridItem>
          <GridItem>
            <TextField {...field('rowCount')} type="number" label={t('resource.rowCount')} />
          </GridItem>
        </Grid>
      </Panel>
      <MoreMetadata
        form={{ ...form, field }}
        department={existing?.data.department?.code ?? me.department?.code}
      />
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
          remarksOn={remarks.onItem}
        />
      </Panel>
      <FormActions
        text={t('compile.save')}
        busy={form.busy}
        back={existing ? `/catalog/${existing.data.id}` : '/compile'}
        testId="save"
      />
      <AutosaveLine autosave={autosave} />
    </Form>
  );
}
