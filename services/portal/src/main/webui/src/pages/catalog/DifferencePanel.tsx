import { Alert, Label } from '@patternfly/react-core';
import { CATALOG, type Difference } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { Remote } from '../../components/Remote';
import { NONE, useTexts } from '../../i18n';

interface Row {
  what: string;
  kind: string;
  field: string;
  before?: unknown;
  after?: unknown;
  effect?: string;
  breaking: boolean;
}

const BREAKING = [
  'SHARING_TIGHTENED',
  'FIELD_RENAMED',
  'TYPE_CHANGED',
  'SHORTENED',
  'SOURCE_CHANGED',
];

/** What differs from the version before, for those who review it and those who use it. */
export function DifferencePanel({ id }: { id: string }) {
  const { t, code, number } = useTexts();
  const difference = useGet<Difference>(`${CATALOG}/resources/${id}/diff`);
  return (
    <Panel title={t('difference.title')} testId="difference">
      <Remote query={difference}>
        {(found) => (
          <>
            {found.difference.breaking && (
              <Alert
                component="p"
                variant="warning"
                isInline
                title={t('difference.breaking', { count: number(found.affectedGrants ?? 0) })}
              />
            )}
            <DataTable
              label={t('difference.title')}
              rows={rowsOf(found)}
              rowKey={(_, index) => String(index)}
              rowTestId="difference-row"
              empty={t('difference.none')}
              columns={[
                { title: t('difference.what'), render: (row) => row.what || t('difference.self') },
                { title: t('difference.kind'), render: (row) => code('itemChange', row.kind) },
                { title: t('difference.field'), render: (row) => row.field },
                { title: t('difference.before'), render: (row) => shown(row.before) },
                { title: t('difference.after'), render: (row) => shown(row.after) },
                {
                  title: t('difference.effect'),
                  render: (row) =>
                    (row.effect || row.breaking) && (
                      <Label color={row.breaking ? 'red' : 'green'} isCompact>
                        {row.effect ? code('effect', row.effect) : t('difference.breaks')}
                      </Label>
                    ),
                },
              ]}
            />
          </>
        )}
      </Remote>
    </Panel>
  );
}

function rowsOf({ difference }: Difference): Row[] {
  const rows: Row[] = difference.fields.map((change) => ({
    what: '',
    kind: 'CHANGED',
    ...change,
    breaking: BREAKING.includes(change.effect ?? ''),
  }));
  for (const item of difference.items) {
    if (item.kind === 'CHANGED') {
      item.fields.forEach((change) =>
        rows.push({
          what: item.name,
          kind: item.kind,
          ...change,
          breaking: BREAKING.includes(change.effect ?? ''),
        }),
      );
    } else {
      rows.push({
        what: item.name,
        kind: item.kind,
        field: '',
        breaking: item.breaking,
      });
    }
  }
  return rows;
}

function shown(value: unknown): string {
  if (value === undefined || value === null) {
    return NONE;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
