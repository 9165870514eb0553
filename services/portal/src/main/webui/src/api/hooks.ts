import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { rowsOf } from '../components/tree';
import { CATALOG, type CategoryNode, type Department, type Page } from './catalog';
import { get, getVersioned } from './client';

/** A list or a figure; asked again every `every` milliseconds where given. */
export function useGet<T>(path: string, options: { every?: number; enabled?: boolean } = {}) {
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => get<T>(path, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: options.every,
    enabled: options.enabled,
  });
}

/**
 * One thing with the version that a write must name.
 *
 * @param options.fresh read anew by each page that shows it: what was read before is no beginning
 *     for a change
 */
export function useVersioned<T>(
  path: string,
  options: { enabled?: boolean; fresh?: boolean } = {},
) {
  return useQuery({
    queryKey: [options.fresh ? 'fresh' : 'versioned', path],
    queryFn: () => getVersioned<T>(path),
    enabled: options.enabled,
    gcTime: options.fresh ? 0 : undefined,
  });
}

export function useDepartments() {
  const query = useQuery({
    queryKey: ['departments'],
    queryFn: () => get<Page<Department>>(`${CATALOG}/departments?size=100`),
    staleTime: 300_000,
  });
  const items = query.data?.items ?? [];
  return {
    departments: items,
    departmentName: (code: string | null | undefined) =>
      items.find((d) => d.code === code)?.name ?? code ?? '—',
  };
}

/** All categories, each behind the one that it belongs to. */
export function useCategories() {
  const query = useQuery({
    queryKey: ['categories'],
    queryFn: () => get<CategoryNode[]>(`${CATALOG}/categories/tree`),
    staleTime: 300_000,
  });
  const categories = rowsOf(query.data ?? [], NONE_CLOSED).map(({ node }) => node);
  return {
    categories,
    categoryName: (code: string | null | undefined) =>
      categories.find((category) => category.code === code)?.name,
  };
}

const NONE_CLOSED = new Set<string>();
