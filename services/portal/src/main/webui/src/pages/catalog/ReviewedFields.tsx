import type { ReactNode } from 'react';
import type { DataItem, Resource } from '../../api/catalog';
import { type Column, DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { ChoiceField, LongTextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { CodeLabel } from '../../components/Labels';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { itemKey, useFieldTexts } from './fieldNames';
import { basisOf, ITEM_TEXTS } from './itemDraft';
import { ItemTerms } from './ItemTerms';
import type { FieldRemark } from './remarks';

const FIELDS = [
  'name',
  'abstract',
  'categoryCode',
  'format',
  'formatType',
  'dataStructure',
  'sharingType',
  'openType',
  'openCondition',
  'updateFrequency',
  'sharingMethod',
  'sourceSchema',
  'sourceTable',
  'rowCount',
  'keywords',
  'relatedResources',
  'proposedIdentifier',
  'contact.name',
  'contact.phone',
  'contact.email',
  'census.storageGb',
  'census.sharedStorageGb',
  'census.sharedRows',
  'census.openStorageGb',
  'census.openRows',
] as const;

function valueAt(resource: Resource, path: string): unknown {
  if (path === 'categoryCode') {
    return resource.category && `${resource.category.name} · ${resource.category.code}`;
  }
  return path
    .split('.')
    .reduce<unknown>((value, part) => (value as Record<string, unknown>)?.[part], resource);
}

/** Everything a resource says, each field and item with a way to remark on it. */
export function ReviewedFields({
  resource,
  remarks,
  onRemark,
}: {
  resource: Resource;
  remarks: FieldRemark[];
  onRemark: (remark: FieldRemark) => void;
}) {
  const { t, code, number } = useTexts();
  const { nameOf, valueOf } = useFieldTexts();
  const remarkOn = (field: string) => remarks.find((one) => one.field === field)?.remark;
  const shown = (field: string, value: ReactNode) => (
    <>
      {value}
      {remarkOn(field) && <mark className="gs-remark">{remarkOn(field)}</mark>}
    </>
  );
  const ofItem = (item: DataItem, field?: string) =>
    `items[${itemKey(item)}]${field ? `.${field}` : ''}`;
  const itemColumns: Column<DataItem>[] = [
    { title: t('column.number'), numeric: true, narrow: true, render: (_, i) => number(i + 1) },
    ...(['name', 'fieldName', 'dataType', 'length'] as const).map((field): Column<DataItem> => ({
      title: t(`item.${field}`),
      render: (item) =>
        shown(
          ofItem(item, field),
          field === 'name' ? shown(ofItem(item), item.name) : valueOf(field, item[field]),
        ),
    })),
    {
      title: t('resource.sharingType'),
      render: (item) =>
        shown(
          ofItem(item, 'sharingType'),
          <CodeLabel kind="sharingType" value={item.sharingType} />,
        ),
    },
    {
      title: t('item.basis'),
      render: (item) => shown(ofItem(item, basisOf(item)), item[basisOf(item)]),
    },
    {
      title: t('resource.openType'),
      render: (item) => shown(ofItem(item, 'openType'), code('openType', item.openType)),
    },
    {
      title: t('item.description'),
      render: (item) => shown(ofItem(item, 'description'), item.description),
    },
    {
      title: t('item.terms'),
      render: (item) => (
        <ItemTerms
          item={item}
          resource={resource}
          remarkOn={(field) => remarkOn(ofItem(item, field)) && shown(ofItem(item, field), ' ')}
        />
      ),
    },
    {
      title: t('remark.add'),
      narrow: true,
      render: (item) => (
        <RemarkButton
          name={nameOf(ofItem(item), resource.items)}
          fields={[
            { value: ofItem(item), text: nameOf(ofItem(item), resource.items) },
            ...ITEM_TEXTS.map((field) => ({
              value: ofItem(item, field),
              text: code('itemField', field),
            })),
          ]}
          remarkOn={remarkOn}
          onRemark={onRemark}
        />
      ),
    },
  ];
  return (
    <>
      <Panel title={t('resource.basics')}>
        <DataTable
          label={t('resource.basics')}
          rows={[...FIELDS]}
          rowKey={(field) => field}
          rowTestId="reviewed-field"
          columns={[
            { title: t('difference.field'), narrow: true, render: (field) => nameOf(field) },
            {
              title: t('review.value'),
              render: (field) => shown(field, valueOf(field, valueAt(resource, field))),
            },
            {
              title: t('remark.add'),
              narrow: true,
              render: (field) => (
                <RemarkButton
                  name={nameOf(field)}
                  fields={[{ value: field, text: nameOf(field) }]}
                  remarkOn={remarkOn}
                  onRemark={onRemark}
                />
              ),
            },
          ]}
        />
      </Panel>
      <Panel title={t('resource.itemsCount', { count: number(resource.items.length) })}>
        <DataTable
          label={t('resource.items')}
          rows={resource.items}
          rowKey={(item) => item.id}
          rowTestId="reviewed-item"
          empty={t('resource.noItems')}
          columns={itemColumns}
        />
      </Panel>
    </>
  );
}

/** Takes a remark on a field, or on one of several. */
function RemarkButton({
  name,
  fields,
  remarkOn,
  onRemark,
}: {
  name: string;
  fields: { value: string; text: string }[];
  remarkOn: (field: string) => string | undefined;
  onRemark: (remark: FieldRemark) => void;
}) {
  const { t } = useTexts();
  const first = fields[0]!.value;
  const form = useForm({ field: first, text: remarkOn(first) ?? '' }, async ({ field, text }) => {
    onRemark({ field, remark: text.trim().slice(0, MOST) });
    form.set({ field: first, text: '' });
  });
  return (
    <FormDialog
      title={t('remark.addTo', { field: name })}
      text={t('remark.add')}
      confirm={t('remark.keep')}
      form={form}
      variant="link"
      onOpen={async () => form.set({ field: first, text: remarkOn(first) ?? '' })}
      label={t('remark.addTo', { field: name })}
      testId="add-remark"
    >
      {fields.length > 1 && (
        <ChoiceField
          {...form.field('field')}
          label={t('remark.about')}
          options={fields}
          onChange={(field) => form.set({ field, text: remarkOn(field) ?? form.values.text })}
        />
      )}
      <LongTextField
        {...form.field('text')}
        id="remark-text"
        label={t('remark.text')}
        required
        rows={3}
      />
    </FormDialog>
  );
}

/** Longest remark a service takes. */
const MOST = 500;
