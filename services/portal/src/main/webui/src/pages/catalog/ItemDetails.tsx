import { Grid, GridItem } from '@patternfly/react-core';
import { SHARING_METHODS, UPDATE_FREQUENCIES } from '../../api/catalog';
import { ChoiceField, TextField } from '../../components/Fields';
import { useTexts } from '../../i18n';
import { EntryPick } from '../reference/EntryPick';
import { basisOf, type ItemDraft, type ItemText } from './itemDraft';

/** Fields of an item that name an entry of the library, with the kind of the entry. */
export const LIBRARY_FIELDS = {
  legalBasisId: 'documents',
  dataElementId: 'data-elements',
  codeTableId: 'code-tables',
} as const satisfies Partial<Record<ItemText, string>>;

export type LibraryField = keyof typeof LIBRARY_FIELDS;

/** The fields of an item that stand below its row. */
export function detailsOf(item: Pick<ItemDraft, 'sharingType'>): ItemText[] {
  return [
    basisOf(item) === 'legalBasis' ? 'sharingCondition' : 'legalBasis',
    'sharingMethod',
    'openCondition',
    'updateFrequency',
    ...(Object.keys(LIBRARY_FIELDS) as LibraryField[]),
  ];
}

/** What an item may say beside its row: what it does not say is as the resource has it. */
export function ItemDetails({
  item,
  row,
  onChange,
  messages,
  remarks,
}: {
  item: ItemDraft;
  /** Which item it is, from 0. */
  row: number;
  onChange: (part: Partial<ItemDraft>) => void;
  messages: (field: string) => string[];
  remarks: (field: string) => string[];
}) {
  const { t, code } = useTexts();
  const field = (name: ItemText) => ({
    id: `item-${row}-${name}`,
    label: code('itemField', name),
    value: item[name],
    onChange: (value: string) => onChange({ [name]: value }),
    errors: messages(name),
    remarks: remarks(name),
  });
  const choices = { sharingMethod: SHARING_METHODS, updateFrequency: UPDATE_FREQUENCIES };
  return (
    <Grid hasGutter md={4} role="group" aria-label={t('compile.detailsOf', { row: row + 1 })}>
      {detailsOf(item).map((name) => (
        <GridItem key={name}>
          {name === 'sharingMethod' || name === 'updateFrequency' ? (
            <ChoiceField
              {...field(name)}
              placeholder={t('compile.asResource')}
              options={choices[name].map((value) => ({ value, text: code(name, value) }))}
            />
          ) : name in LIBRARY_FIELDS ? (
            <EntryPick {...field(name)} kind={LIBRARY_FIELDS[name as LibraryField]} />
          ) : (
            <TextField {...field(name)} />
          )}
        </GridItem>
      ))}
    </Grid>
  );
}
