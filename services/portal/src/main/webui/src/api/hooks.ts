import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CATALOG, type Category, type Department, type Page } from './catalog';
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

/** One thing with the version that a write must name. */
export function useVersioned<T>(path: string, options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['versioned', path],
    queryFn: () => getVersioned<T>(path),
    enabled: options.enabled,
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

export function useCategories() {
  return useQuery({
    queryKey: ['categories'],
    queryFn: () => get<Page<Category>>(`${CATALOG}/categories?size=100`),
    staleTime: 300_000,
  });
}
