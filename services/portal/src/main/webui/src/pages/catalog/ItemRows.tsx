import { Button, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { DATA_TYPES, type DataItem, OPEN_TYPES, SHARING_TYPES } from '../../api/catalog';
import type { ApiProblem } from '../../api/client';
import { Messages } from '../../components/Fields';
import { useTexts } from '../../i18n';

/** A data item as it is being typed. */
export interface ItemDraft {
  key: string;
  name: string;
  fieldName: string;
  dataType: string;
  length: string;
  sharingType: string;
  basis: string;
  openType: string;
  description: string;
  /** What the form does not show of an existing item. */
  rest: Partial<DataItem>;
}

let nextKey = 0;

export function newItem(): ItemDraft {
  nextKey += 1;
  return {
    key: `new-${nextKey}`,
    name: '',
    fieldName: '',
    dataType: 'C',
    length: '',
    sharingType: 'UNCONDITIONAL',
    basis: '',
    openType: 'CLOSED',
    description: '',
    rest: {},
  };
}

export function itemDraft(item: DataItem): ItemDraft {
  return {
    key: item.id,
    name: item.name,
    fieldName: item.fieldName ?? '',
    dataType: item.dataType,
    length: item.length === undefined ? '' : String(item.length),
    sharingType: item.sharingType,
    basis: item.sharingCondition ?? item.legalBasis ?? '',
    openType: item.openType,
    description: item.description ?? '',
    rest: item,
  };
}

export function itemInput(item: ItemDraft) {
  return {
    name: item.name.trim(),
    fieldName: item.fieldName.trim() || null,
    dataType: item.dataType,
    length: item.length === '' ? null : Number(item.length),
    sharingType: item.sharingType,
    sharingCondition: item.sharingType === 'CONDITIONAL' ? item.basis.trim() || null : null,
    legalBasis: item.sharingType === 'NOT_SHARED' ? item.basis.trim() || null : null,
    openType: item.openType,
    description: item.description.trim() || null,
    sharingMethod: item.rest.sharingMethod ?? null,
    openCondition: item.rest.openCondition ?? null,
    updateFrequency: item.rest.updateFrequency ?? null,
    legalBasisId: item.rest.legalBasisId ?? null,
    dataElementId: item.rest.dataElementId ?? null,
    codeTableId: item.rest.codeTableId ?? null,
  };
}

/** The rows of data items in the form, each with its own messages. */
export function ItemRows({
  items,
  onChange,
  problem,
  remarksOn = () => [],
}: {
  items: ItemDraft[];
  onChange: (items: ItemDraft[]) => void;
  problem: ApiProblem | null;
  /** What a reviewer has said about a field of an item, or about the item where none is named. */
  remarksOn?: (item: ItemDraft, field?: string) => string[];
}) {
  const { t, code, number } = useTexts();
  const change = (index: number, part: Partial<ItemDraft>) =>
    onChange(items.map((item, i) => (i === index ? { ...item, ...part } : item)));
  const messages = (index: number, ...fields: string[]) =>
    fields.flatMap((field) => problem?.messages(`items.${field}`, index) ?? []);
  const basisField = (item: ItemDraft) =>
    item.sharingType === 'NOT_SHARED' ? 'legalBasis' : 'sharingCondition';

  const text = (
    item: ItemDraft,
    index: number,
    field: 'name' | 'fieldName' | 'length' | 'basis' | 'description',
    label: string,
    wire: string,
    disabled = false,
  ) => {
    const found = messages(index, wire);
    const remarks = [...(field === 'name' ? remarksOn(item) : []), ...remarksOn(item, wire)];
    const id = `item-${index}-${field}`;
    return (
      <>
        <TextInput
          id={id}
          aria-label={t('compile.itemField', { row: index + 1, field: label })}
          value={item[field]}
          type={field === 'length' ? 'number' : 'text'}
          isDisabled={disabled}
          validated={found.length > 0 ? 'error' : 'default'}
          aria-describedby={found.length > 0 || remarks.length > 0 ? `${id}-help` : undefined}
          onChange={(_, value) => change(index, { [field]: value })}
        />
        <Messages id={`${id}-help`} errors={found} remarks={remarks} />
      </>
    );
  };
  const choice = (
    item: ItemDraft,
    index: number,
    field: 'dataType' | 'sharingType' | 'openType',
    label: string,
    values: readonly string[],
  ) => (
    <>
      <FormSelect
        aria-label={t('compile.itemField', { row: index + 1, field: label })}
        value={item[field]}
        validated={messages(index, field).length > 0 ? 'error' : 'default'}
        onChange={(_, value) => change(index, { [field]: value })}
      >
        {values.map((value) => (
          <FormSelectOption key={value} value={value} label={code(field, value)} />
        ))}
      </FormSelect>
      <Messages
        id={`item-${index}-${field}-help`}
        errors={messages(index, field)}
        remarks={remarksOn(item, field)}
      />
    </>
  );

  return (
    <div className="gs-scroll">
      <Table
        aria-label={t('resource.items')}
        variant="compact"
        gridBreakPoint=""
        className="gs-items"
      >
        <Thead>
          <Tr>
            <Th modifier="nowrap">{t('column.number')}</Th>
            <Th modifier="nowrap">{t('item.name')}</Th>
            <Th modifier="nowrap">{t('item.fieldName')}</Th>
            <Th modifier="nowrap">{t('item.dataType')}</Th>
            <Th modifier="nowrap">{t('item.length')}</Th>
            <Th modifier="nowrap">{t('resource.sharingType')}</Th>
            <Th modifier="nowrap">{t('item.basis')}</Th>
            <Th modifier="nowrap">{t('resource.openType')}</Th>
            <Th modifier="nowrap">{t('item.description')}</Th>
            <Th screenReaderText={t('action.delete')} />
          </Tr>
        </Thead>
        <Tbody>
          {items.map((item, index) => (
            <Tr key={item.key}>
              <Td className="gs-number">{number(index + 1)}</Td>
              <Td>{text(item, index, 'name', t('item.name'), 'name')}</Td>
              <Td>{text(item, index, 'fieldName', t('item.fieldName'), 'fieldName')}</Td>
              <Td>{choice(item, index, 'dataType', t('item.dataType'), DATA_TYPES)}</Td>
              <Td>{text(item, index, 'length', t('item.length'), 'length')}</Td>
              <Td>
                {choice(item, index, 'sharingType', t('resource.sharingType'), SHARING_TYPES)}
              </Td>
              <Td>
                {text(
                  item,
                  index,
                  'basis',
                  t('item.basis'),
                  basisField(item),
                  item.sharingType === 'UNCONDITIONAL',
                )}
              </Td>
              <Td>{choice(item, index, 'openType', t('resource.openType'), OPEN_TYPES)}</Td>
              <Td>{text(item, index, 'description', t('item.description'), 'description')}</Td>
              <Td>
                <Button
                  variant="plain"
                  icon={<TrashIcon />}
                  aria-label={t('compile.removeItem', { row: index + 1 })}
                  onClick={() => onChange(items.filter((_, i) => i !== index))}
                />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}
