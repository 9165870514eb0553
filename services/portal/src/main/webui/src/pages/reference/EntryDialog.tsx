import { Checkbox, Grid, GridItem } from '@patternfly/react-core';
import { useState } from 'react';
import { CATALOG } from '../../api/catalog';
import { getVersioned, send, type Versioned } from '../../api/client';
import { useDepartments } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { type Entity, type Entry, type Field, inputOf, keptOf, textsOf } from './entity';
import { EntryPick } from './EntryPick';

/** Adds an entry, or changes the one that is named. */
export function EntryDialog({
  entity,
  id,
  initial,
  variant = id ? 'link' : 'primary',
}: {
  entity: Entity;
  id?: string;
  /** What a new entry begins with. */
  initial?: Record<string, string>;
  variant?: 'primary' | 'secondary' | 'link';
}) {
  const { t } = useTexts();
  const me = useUser();
  const [loaded, setLoaded] = useState<Versioned<Entry> | null>(null);
  const path = `${CATALOG}${entity.path}`;
  const own = entity.byDepartment && !may(me, 'manage') ? (me.department?.code ?? '') : '';
  const begin = (): Record<string, string> => ({
    ...textsOf(entity, {}),
    ...(own && { departmentCode: own }),
    ...initial,
  });
  const form = useForm(begin, async (values) => {
    const input = { ...keptOf(entity, loaded?.data), ...inputOf(entity, values) };
    await (id ? send('PUT', `${path}/${id}`, input, loaded?.version) : send('POST', path, input));
  });
  const load = async () => {
    if (id) {
      const found = await getVersioned<Entry>(`${path}/${id}`);
      setLoaded(found);
      form.set(textsOf(entity, found.data));
    } else {
      form.set(begin());
    }
  };
  return (
    <FormDialog
      title={id ? t('action.edit') : t('action.add')}
      confirm={t('reference.save')}
      form={form}
      variant={variant}
      onOpen={load}
      testId={id ? undefined : 'add-entry'}
    >
      <Grid hasGutter md={6}>
        {entity.fields.map((field) => (
          <GridItem key={field.name} md={field.type === 'long' ? 12 : 6}>
            <EntryField
              field={field}
              bound={form.field(field.name)}
              department={form.values.departmentCode}
              readOnly={
                (Boolean(id) && field.fixed === true) ||
                (field.name === 'departmentCode' && own !== '')
              }
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

function EntryField({
  field,
  bound,
  department,
  readOnly,
}: {
  field: Field;
  bound: Bound;
  department: string | undefined;
  readOnly: boolean;
}) {
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
    case 'entry':
      return (
        <EntryPick
          {...common}
          kind={field.of ?? ''}
          filters={{ ...field.among, ...(field.ofDepartment && { department }) }}
          disabled={field.ofDepartment && !department}
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
