import { Checkbox, EmptyState, EmptyStateBody, Pagination } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../i18n';

export interface Column<T> {
  title: string;
  render: (row: T, index: number) => ReactNode;
  numeric?: boolean;
  /** As narrow as its content, which stays on one line. */
  narrow?: boolean;
  className?: string;
  testId?: string;
}

/** Rows that can be chosen, by their keys. */
export interface Selection<T> {
  selected: ReadonlySet<string>;
  onChange: (selected: Set<string>) => void;
  /** What the box of a row is called. */
  labelOf: (row: T) => string;
  /** What the box for all rows on the page is called. */
  allLabel: string;
  /** Which rows can be chosen; all if absent. */
  allowed?: (row: T) => boolean;
}

/** A plain table with PatternFly's looks; says so when it has no rows. */
export function DataTable<T>({
  label,
  columns,
  rows,
  rowKey,
  empty,
  rowTestId,
  rowClass,
  selection,
  part,
}: {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T, index: number) => string;
  empty?: ReactNode;
  rowTestId?: string;
  rowClass?: (row: T) => string | undefined;
  selection?: Selection<T>;
  /** Whether it is but a part of a panel: that it is empty is then said in one line. */
  part?: boolean;
}) {
  const { t } = useTexts();
  if (rows.length === 0 && part) {
    return <p className="gs-quiet">{empty ?? t('state.empty')}</p>;
  }
  if (rows.length === 0) {
    return (
      <EmptyState titleText={t('state.empty')} headingLevel="h2" variant="sm">
        {empty && <EmptyStateBody>{empty}</EmptyStateBody>}
      </EmptyState>
    );
  }
  return (
    <div className="gs-scroll">
      <Table aria-label={label} variant="compact" gridBreakPoint="">
        <Thead>
          <Tr>
            {selection && <AllBox rows={rows} rowKey={rowKey} selection={selection} />}
            {columns.map((column) => (
              <Th
                key={column.title}
                modifier="nowrap"
                className={classes(
                  column.numeric && 'gs-number',
                  column.narrow && 'gs-narrow-cell',
                )}
              >
                {column.title}
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row, index) => (
            <Tr
              key={rowKey(row, index)}
              id={rowTestId && `${rowTestId}-${rowKey(row, index)}`}
              className={rowClass?.(row)}
              data-testid={rowTestId}
            >
              {selection && (
                <Td className="pf-v6-c-table__check">
                  {/* The table's own box has no name but an English one. */}
                  <Checkbox
                    id={`select-${rowKey(row, index)}`}
                    aria-label={selection.labelOf(row)}
                    isChecked={selection.selected.has(rowKey(row, index))}
                    isDisabled={selection.allowed?.(row) === false}
                    onChange={(_, on) => {
                      const next = new Set(selection.selected);
                      if (on) next.add(rowKey(row, index));
                      else next.delete(rowKey(row, index));
                      selection.onChange(next);
                    }}
                  />
                </Td>
              )}
              {columns.map((column) => (
                <Td
                  key={column.title}
                  dataLabel={column.title}
                  modifier={column.numeric || column.narrow ? 'nowrap' : undefined}
                  className={classes(column.numeric && 'gs-number', column.className)}
                  data-testid={column.testId}
                >
                  {column.render(row, index)}
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

/** Chooses all rows of the page that can be chosen, or none of them. */
function AllBox<T>({
  rows,
  rowKey,
  selection: { selected, onChange, allLabel, allowed },
}: {
  rows: T[];
  rowKey: (row: T, index: number) => string;
  selection: Selection<T>;
}) {
  const keys = rows
    .map((row, index) => (allowed?.(row) === false ? undefined : rowKey(row, index)))
    .filter((key) => key !== undefined);
  return (
    <Th className="pf-v6-c-table__check" aria-label={allLabel}>
      <Checkbox
        id={`select-all-${keys[0] ?? ''}`}
        aria-label={allLabel}
        isChecked={keys.length > 0 && keys.every((key) => selected.has(key))}
        onChange={(_, on) => {
          const next = new Set(selected);
          keys.forEach((key) => (on ? next.add(key) : next.delete(key)));
          onChange(next);
        }}
      />
    </Th>
  );
}

function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** Pages of a list; page and size stand in the address. */
export function Pager({
  total,
  defaultSize = 10,
  list = '',
  label,
}: {
  total: number;
  defaultSize?: number;
  list?: string;
  /** What is listed, so that several pagers on one page have names of their own. */
  label?: string;
}) {
  const { t } = useTexts();
  const { page, size, set } = usePaging(defaultSize, list);
  if (total === 0) {
    return null;
  }
  return (
    <Pagination
      itemCount={total}
      page={page + 1}
      perPage={size}
      perPageOptions={[10, 20, 50, 100].map((value) => ({ title: String(value), value }))}
      onSetPage={(_, next) => set(next - 1, size)}
      onPerPageSelect={(_, next) => set(0, next)}
      variant="bottom"
      titles={{
        items: '',
        page: '',
        pages: '',
        ofWord: t('pager.of'),
        itemsPerPage: t('pager.perPage'),
        perPageSuffix: t('pager.perPageSuffix'),
        paginationAriaLabel: label ? t('pager.labelOf', { list: label }) : t('pager.label'),
        currPageAriaLabel: t('pager.current'),
        toFirstPageAriaLabel: t('pager.first'),
        toPreviousPageAriaLabel: t('pager.previous'),
        toNextPageAriaLabel: t('pager.next'),
        toLastPageAriaLabel: t('pager.last'),
      }}
      toggleTemplate={({ firstIndex, lastIndex, itemCount }) => (
        <span>
          {t('pager.range', {
            from: firstIndex ?? 0,
            to: lastIndex ?? 0,
            total: itemCount ?? 0,
          })}
        </span>
      )}
    />
  );
}

/**
 * Page and size as the address has them.
 *
 * @param list tells the lists of one page apart, for example `codes.`
 */
export function usePaging(defaultSize = 10, list = '') {
  const [search, setSearch] = useSearchParams();
  const pageName = `${list}page`;
  const sizeName = `${list}size`;
  const page = Math.max(0, Number.parseInt(search.get(pageName) ?? '0', 10) || 0);
  const size = Math.min(
    100,
    Math.max(1, Number.parseInt(search.get(sizeName) ?? '', 10) || defaultSize),
  );
  return {
    page,
    size,
    set: (nextPage: number, nextSize: number) =>
      setSearch((old) => {
        const next = new URLSearchParams(old);
        if (nextPage > 0) next.set(pageName, String(nextPage));
        else next.delete(pageName);
        if (nextSize !== defaultSize) next.set(sizeName, String(nextSize));
        else next.delete(sizeName);
        return next;
      }),
  };
}

/** One filter of a list, kept in the address; changing it goes back to the list's first page. */
export function useFilter(name: string, list = ''): [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  return [
    search.get(name) ?? '',
    (value) =>
      setSearch((old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        next.delete(`${list}page`);
        return next;
      }),
  ];
}
