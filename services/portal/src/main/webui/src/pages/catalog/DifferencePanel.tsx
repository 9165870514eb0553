import { Alert, Label } from '@patternfly/react-core';
import { CATALOG, type Difference, type FieldChange } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { type Column, DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { useFieldTexts } from './fieldNames';

interface Row {
  what: string;
  kind: string;
  /** The field as services name it, of an item where `what` names one; none for whole items. */
  path?: string;
  before?: unknown;
  after?: unknown;
  effect?: string;
  breaking: boolean;
  /** How many active grants use it. */
  grants?: number;
}

const BREAKING = [
  'SHARING_TIGHTENED',
  'FIELD_RENAMED',
  'TYPE_CHANGED',
  'SHORTENED',
  'SOURCE_CHANGED',
];

/** What differs from the version before, for those who use the resource. */
export function DifferencePanel({ id }: { id: string }) {
  const { t } = useTexts();
  const difference = useGet<Difference>(`${CATALOG}/resources/${id}/diff`);
  return (
    <Panel title={t('difference.title')} testId="difference">
      <Remote query={difference}>{(found) => <DifferenceTable found={found} />}</Remote>
    </Panel>
  );
}

/** Every change with what it means, and with the grants it touches where the reader may know. */
export function DifferenceTable({ found }: { found: Difference }) {
  const { t, code, number } = useTexts();
  const { nameOf, valueOf } = useFieldTexts();
  const columns: Column<Row>[] = [
    { title: t('difference.what'), render: (row) => row.what || t('difference.self') },
    { title: t('difference.kind'), render: (row) => code('itemChange', row.kind) },
    {
      title: t('difference.field'),
      render: (row) => row.path && (row.what ? code('itemField', row.path) : nameOf(row.path)),
    },
    { title: t('difference.before'), render: (row) => valueOf(row.path ?? '', row.before) },
    { title: t('difference.after'), render: (row) => valueOf(row.path ?? '', row.after) },
    {
      title: t('difference.effect'),
      render: (row) =>
        (row.effect || row.breaking) && (
          <Label color={row.breaking ? 'red' : 'green'} isCompact>
            {row.effect ? code('effect', row.effect) : t('difference.breaks')}
          </Label>
        ),
    },
  ];
  if (found.affected) {
    columns.push({
      title: t('difference.grants'),
      numeric: true,
      render: (row) => (row.breaking ? number(row.grants ?? 0) : ''),
    });
  }
  return (
    <>
      {found.difference.breaking && (
        <Alert
          component="p"
          variant="warning"
          isInline
          variantLabel={t('alert.warning')}
          className="gs-block"
          title={
            found.affectedGrants === undefined
              ? t('difference.breaks')
              : t('difference.breaking', { count: number(found.affectedGrants) })
          }
          data-testid="breaking"
        />
      )}
      <DataTable
        label={t('difference.title')}
        rows={rowsOf(found)}
        rowKey={(_, index) => String(index)}
        rowTestId="difference-row"
        empty={t('difference.none')}
        columns={columns}
      />
    </>
  );
}

function rowsOf({ difference, affected = [] }: Difference): Row[] {
  // The table itself has no item's name.
  const grantsOn = (item?: string) => affected.find((one) => one.item === item)?.grants;
  const rows: Row[] = difference.fields.map((change) => ({
    what: '',
    kind: 'CHANGED',
    ...ofField(change),
    grants: grantsOn(),
  }));
  for (const item of difference.items) {
    const former = item.fields?.find((change) => change.field === 'name')?.before ?? item.name;
    const grants = grantsOn(String(former));
    if (item.kind === 'CHANGED') {
      item.fields.forEach((change) =>
        rows.push({ what: item.name, kind: item.kind, ...ofField(change), grants }),
      );
    } else {
      rows.push({ what: item.name, kind: item.kind, breaking: item.breaking, grants });
    }
  }
  return rows;
}

function ofField({ field, before, after, effect }: FieldChange) {
  return { path: field, before, after, effect, breaking: BREAKING.includes(effect ?? '') };
}
