import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { DataItem, Resource } from '../../api/catalog';
import { useUser } from '../../app/user';
import { GuardedButton } from '../../components/Actions';
import { type Column, DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { NONE, useTexts } from '../../i18n';
import { applyRefusal } from './CatalogPage';
import { basisOf } from './itemDraft';
import { ItemTerms } from './ItemTerms';

/** The items of a resource: those a search led to stand out, and some can be asked for. */
export function ItemsPanel({ resource: r }: { resource: Resource }) {
  const { t, code, number } = useTexts();
  const me = useUser();
  const [search] = useSearchParams();
  const hits = search.getAll('item');
  const first = hits[0];
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const refusal = applyRefusal(t, me, r);
  useEffect(() => {
    if (first) {
      document.getElementById(`item-row-${first}`)?.scrollIntoView({ block: 'center' });
    }
  }, [first]);
  const columns: Column<DataItem>[] = [
    { title: t('column.number'), numeric: true, narrow: true, render: (_, i) => number(i + 1) },
    { title: t('item.name'), render: (i) => i.name },
    { title: t('item.fieldName'), className: 'gs-mono', render: (i) => i.fieldName ?? NONE },
    { title: t('item.dataType'), narrow: true, render: (i) => code('dataType', i.dataType) },
    { title: t('item.length'), numeric: true, render: (i) => number(i.length) },
    {
      title: t('resource.sharingType'),
      render: (i) => <CodeLabel kind="sharingType" value={i.sharingType} />,
    },
    { title: t('item.basis'), render: (i) => i[basisOf(i)] ?? NONE },
    { title: t('resource.openType'), narrow: true, render: (i) => code('openType', i.openType) },
    { title: t('item.description'), render: (i) => i.description ?? NONE },
    { title: t('item.terms'), render: (i) => <ItemTerms item={i} resource={r} /> },
  ];
  const asked = new URLSearchParams([...selected].map((id) => ['item', id]));
  return (
    <Panel
      title={t('resource.itemsCount', { count: number(r.items.length) })}
      actions={
        selected.size > 0 && (
          <GuardedButton
            variant="primary"
            component={(props: object) => (
              <Link {...props} to={`/catalog/${r.id}/apply?${asked.toString()}`} />
            )}
            data-testid="apply-for-items"
          >
            {t('resource.applyForItems', { count: number(selected.size) })}
          </GuardedButton>
        )
      }
    >
      {hits.length > 0 && (
        <p className="gs-quiet gs-block" role="status">
          {t('resource.hits', { count: number(hits.length) })}
        </p>
      )}
      <DataTable
        label={t('resource.items')}
        columns={columns}
        rows={r.items}
        rowKey={(i) => i.id}
        rowTestId="item-row"
        rowClass={(i) => (hits.includes(i.id) ? 'gs-hit' : undefined)}
        empty={t('resource.noItems')}
        selection={
          refusal === null
            ? {
                selected,
                onChange: setSelected,
                labelOf: (i) => t('apply.choose', { name: i.name }),
                allLabel: t('apply.all'),
                allowed: (i) => i.sharingType !== 'NOT_SHARED',
              }
            : undefined
        }
      />
    </Panel>
  );
}
