import { CATALOG, type Job } from '../api/catalog';
import { useGet } from '../api/hooks';
import { isBusy } from './JobProgress';

const BUSY = 1_000;

/** A job as it stands, read again while it goes on. */
export function useJob(ordered: Job | undefined): Job | undefined {
  const path = `${CATALOG}/jobs/${ordered?.id}`;
  const first = useGet<Job>(path, { enabled: ordered !== undefined });
  const known = first.data?.id === ordered?.id ? first.data : undefined;
  const live = useGet<Job>(path, {
    enabled: ordered !== undefined,
    every: isBusy(known ?? ordered) ? BUSY : undefined,
  });
  return ordered && live.data?.id === ordered.id ? live.data : ordered;
}
