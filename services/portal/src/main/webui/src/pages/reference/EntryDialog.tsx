import { Checkbox, Grid, GridItem } from '@patternfly/react-core';
import { useState } from 'react';
import { CATALOG } from '../../api/catalog';
import { getVersioned, send, type Versioned } from '../../api/client';
import { useDepartments } from '../../api/hooks';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import type { Entity, Entry, Field } from './entities';

/** Adds an entry, or changes the one that is named. */
export function EntryDialog({ entity, id }: { entity: Entity; id?: string }) {
  const { t } = useTexts();
  const [loaded, setLoaded] = useState<Versioned<Entry> | null>(null);
  const path = `${CATALOG}${entity.path}`;
  const form = useForm(
    () => textsOf(entity, {}),
    async (values) => {
      const input = { ...keptOf(entity, loaded?.data), ...inputOf(entity, values) };
      await (id ? send('PUT', `${path}/${id}`, input, loaded?.version) : send('POST', path, input));
    },
  );
  const load = async () => {
    if (id) {
      const found = await getVersioned<Entry>(`${path}/${id}`);
      setLoaded(found);
      form.set(textsOf(entity, found.data));
    }
  };
  return (
    <FormDialog
      title={id ? t('action.edit') : t('action.add')}
      confirm={t('reference.save')}
      form={form}
      variant={id ? 'link' : 'primary'}
      onOpen={load}
      testId={id ? undefined : 'add-entry'}
    >
      <Grid hasGutter md={6}>
        {entity.fields.map((field) => (
          <GridItem key={field.name} md={field.type === 'long' ? 12 : 6}>
            <EntryField
              field={field}
              bound={form.field(field.name)}
              readOnly={Boolean(id) && field.fixed === true}
            />
          </GridItem>
        ))}
      </Grid>
    </FormDialog>
  );
}

interface Bound {
  id: string;
  value: string;
  onChange: (value: string) => void;
  errors: string[];
}

function EntryField({ field, bound, readOnly }: { field: Field; bound: Bound; readOnly: boolean }) {
  const { t, code } = useTexts();
  const { departments } = useDepartments();
  const common = { ...bound, label: t(field.label), required: field.required };
  if (field.name === 'departmentCode' || field.type === 'department') {
    return (
      <ChoiceField
        {...common}
        disabled={readOnly}
        placeholder={t('field.choose')}
        options={departments.map((d) => ({ value: d.code, text: d.name }))}
      />
    );
  }
  switch (field.type) {
    case 'choice':
      return (
        <ChoiceField
          {...common}
          disabled={readOnly}
          placeholder={t('field.choose')}
          options={(field.values ?? []).map((value) => ({
            value,
            text: code(field.codes ?? '', value),
          }))}
        />
      );
    case 'long':
    case 'lines':
      return <LongTextField {...common} rows={3} />;
    case 'flag':
      return (
        <Checkbox
          id={bound.id}
          label={common.label}
          isChecked={bound.value === 'true'}
          onChange={(_, on) => bound.onChange(on ? 'true' : '')}
        />
      );
    default:
      return <TextField {...common} type={field.type ?? 'text'} readOnly={readOnly} />;
  }
}

/** What the form does not show of an entry stays as it was. */
function keptOf(entity: Entity, entry: Entry | undefined): Record<string, unknown> {
  return Object.fromEntries((entity.kept ?? []).map((name) => [name, entry?.[name] ?? null]));
}

function textsOf(entity: Entity, entry: Entry): Record<string, string> {
  return Object.fromEntries(
    entity.fields.map((field) => {
      const value =
        field.name === 'departmentCode'
          ? (entry.department as { code?: string } | undefined)?.code
          : entry[field.name];
      if (Array.isArray(value)) {
        return [field.name, value.join('\n')];
      }
      return [field.name, value === undefined || value === null ? '' : String(value)];
    }),
  );
}

function inputOf(entity: Entity, values: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    entity.fields.map((field) => {
      const typed = (values[field.name] ?? '').trim();
      switch (field.type) {
        case 'flag':
          return [field.name, typed === 'true'];
        case 'number':
          return [field.name, typed === '' ? null : Number(typed)];
        case 'lines':
          return [
            field.name,
            typed
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          ];
        default:
          return [field.name, typed || null];
      }
    }),
  );
}
