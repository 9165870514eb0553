import type { ReactNode } from 'react';
import { type Page } from '../api/catalog';
import { query } from '../api/client';
import { useGet } from '../api/hooks';
import { type Column, DataTable, Pager, type Selection, usePaging } from './DataTable';
import { useTexts } from '../i18n';
import { Remote } from './Remote';

/**
 * One page of a list from a service: numbered rows and the pager below; page and size stand in the
 * address.
 */
export function PagedTable<T>({
  path,
  filters = {},
  every,
  defaultSize = 10,
  list: name = '',
  label,
  columns,
  rowKey,
  rowTestId,
  empty,
  selection,
  part,
}: {
  path: string;
  filters?: Parameters<typeof query>[0];
  /** Asked again every so many milliseconds. */
  every?: number;
  defaultSize?: number;
  /** Tells the lists of one page apart in the address. */
  list?: string;
  label: string;
  columns: Column<T>[];
  rowKey: (row: T, index: number) => string;
  rowTestId?: string;
  empty?: ReactNode;
  selection?: Selection<T>;
  /** Whether it is but a part of a panel: what fits on one page then has no pager. */
  part?: boolean;
}) {
  const { t, number } = useTexts();
  const { page, size } = usePaging(defaultSize, name);
  const list = useGet<Page<T>>(`${path}${query({ ...filters, page, size })}`, { every });
  const ordinal: Column<T> = {
    title: t('column.number'),
    numeric: true,
    narrow: true,
    render: (_, i) => number(page * size + i + 1),
  };
  return (
    <Remote query={list}>
      {(found) => (
        <>
          <DataTable
            label={label}
            columns={[ordinal, ...columns]}
            rows={found.items}
            rowKey={rowKey}
            rowTestId={rowTestId}
            empty={empty}
            selection={selection}
            part={part}
          />
          {(!part || found.total > defaultSize) && (
            <Pager total={found.total} defaultSize={defaultSize} list={name} label={label} />
          )}
        </>
      )}
    </Remote>
  );
}
