import { useQueries } from '@tanstack/react-query';
import { get } from '../../api/client';
import { EXCHANGE, type ServiceDetail } from '../../api/exchange';

/** What services are called, each read once; its identifier until that is known. */
export function useServiceNames(ids: string[]): (id: string) => string {
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  const found = useQueries({
    queries: wanted.map((id) => ({
      queryKey: [`${EXCHANGE}/services/${id}`],
      queryFn: () => get<ServiceDetail>(`${EXCHANGE}/services/${id}`),
      staleTime: 60_000,
    })),
  });
  return (id) => found[wanted.indexOf(id)]?.data?.name ?? id;
}
