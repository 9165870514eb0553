import { Button, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import AngleDownIcon from '@patternfly/react-icons/dist/esm/icons/angle-down-icon';
import AngleRightIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Fragment, useState } from 'react';
import { DATA_TYPES, OPEN_TYPES, SHARING_TYPES } from '../../api/catalog';
import type { ApiProblem } from '../../api/client';
import { Messages } from '../../components/Fields';
import { useTexts } from '../../i18n';
import { basisOf, type ItemDraft } from './itemDraft';
import { detailsOf, ItemDetails } from './ItemDetails';

/** How many columns the table has. */
const COLUMNS = 10;

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
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  // What is wrong or remarked on must be seen.
  const isOpen = (item: ItemDraft, index: number) =>
    toggled.get(item.key) ??
    detailsOf(item).some(
      (field) => messages(index, field).length > 0 || remarksOn(item, field).length > 0,
    );

  const text = (
    item: ItemDraft,
    index: number,
    field: 'name' | 'fieldName' | 'length' | 'sharingCondition' | 'legalBasis' | 'description',
    label: string,
    disabled = false,
  ) => {
    const found = messages(index, field);
    const remarks = [...(field === 'name' ? remarksOn(item) : []), ...remarksOn(item, field)];
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
            <Fragment key={item.key}>
              <Tr>
                <Td className="gs-number">
                  <Button
                    variant="plain"
                    icon={isOpen(item, index) ? <AngleDownIcon /> : <AngleRightIcon />}
                    aria-label={t('compile.detailsOf', { row: index + 1 })}
                    aria-expanded={isOpen(item, index)}
                    onClick={() => setToggled(new Map(toggled).set(item.key, !isOpen(item, index)))}
                    data-testid="item-details"
                  >
                    {number(index + 1)}
                  </Button>
                </Td>
                <Td>{text(item, index, 'name', t('item.name'))}</Td>
                <Td>{text(item, index, 'fieldName', t('item.fieldName'))}</Td>
                <Td>{choice(item, index, 'dataType', t('item.dataType'), DATA_TYPES)}</Td>
                <Td>{text(item, index, 'length', t('item.length'))}</Td>
                <Td>
                  {choice(item, index, 'sharingType', t('resource.sharingType'), SHARING_TYPES)}
                </Td>
                <Td>
                  {text(
                    item,
                    index,
                    basisOf(item),
                    t('item.basis'),
                    item.sharingType === 'UNCONDITIONAL',
                  )}
                </Td>
                <Td>{choice(item, index, 'openType', t('resource.openType'), OPEN_TYPES)}</Td>
                <Td>{text(item, index, 'description', t('item.description'))}</Td>
                <Td>
                  <Button
                    variant="plain"
                    icon={<TrashIcon />}
                    aria-label={t('compile.removeItem', { row: index + 1 })}
                    onClick={() => onChange(items.filter((_, i) => i !== index))}
                  />
                </Td>
              </Tr>
              {isOpen(item, index) && (
                <Tr>
                  <Td colSpan={COLUMNS}>
                    <ItemDetails
                      item={item}
                      row={index}
                      onChange={(part) => change(index, part)}
                      messages={(field) => messages(index, field)}
                      remarks={(field) => remarksOn(item, field)}
                    />
                  </Td>
                </Tr>
              )}
            </Fragment>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}
