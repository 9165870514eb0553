import { TextInput } from '@patternfly/react-core';
import { useId, useState } from 'react';
import type { Page } from '../api/catalog';
import { query } from '../api/client';
import { useGet } from '../api/hooks';
import { useTexts } from '../i18n';
import { Field, type FieldProps } from './Fields';

/** The one that a typed text names, if it names exactly one. */
export function named<T>(
  rows: readonly T[],
  describe: (row: T) => string,
  typed: string,
): T | undefined {
  const fitting = rows.filter((row) => describe(row) === typed.trim());
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * Picks one entry of a list that may be long: what is typed is searched for by the service, and the
 * field's value is the identity of the entry.
 */
export function PickField<T>({
  path,
  filters = {},
  describe,
  idOf,
  disabled,
  ...field
}: FieldProps & {
  /** The list; an entry stands below it by its identity. */
  path: string;
  filters?: Record<string, string | undefined>;
  describe: (row: T) => string;
  idOf: (row: T) => string;
  disabled?: boolean;
}) {
  const { t } = useTexts();
  const listId = useId();
  // What was typed stands as long as the value is the one it led to: it may be set from elsewhere.
  const [entered, setEntered] = useState<{ text: string; value: string } | null>(null);
  const typed = entered?.value === field.value ? entered.text : null;
  const words = typed?.trim();
  const found = useGet<Page<T>>(`${path}${query({ ...filters, q: words, size: 50 })}`, {
    enabled: !disabled,
  });
  const picked = useGet<T>(`${path}/${field.value}`, { enabled: field.value !== '' });
  const rows = found.data?.items ?? [];
  // Its identity where the reader may not know it.
  const nameOfPicked =
    field.value && (picked.data ? describe(picked.data) : picked.error ? field.value : '');
  const unknown = Boolean(words) && field.value === '';
  return (
    <Field field={{ ...field, hint: unknown ? t('picker.choose') : field.hint }}>
      <TextInput
        id={field.id}
        type="search"
        list={listId}
        autoComplete="off"
        isRequired={field.required}
        isDisabled={disabled}
        validated={field.errors?.length ? 'error' : 'default'}
        aria-describedby={`${field.id}-help`}
        placeholder={t('picker.search')}
        value={typed ?? nameOfPicked}
        onChange={(_, text) => {
          const row = named(rows, describe, text);
          const value = row ? idOf(row) : '';
          setEntered({ text, value });
          field.onChange(value);
        }}
      />
      <datalist id={listId}>
        {rows.map((row) => (
          <option key={idOf(row)} value={describe(row)} />
        ))}
      </datalist>
    </Field>
  );
}
