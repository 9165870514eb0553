import type { ServiceDetail } from '../../api/exchange';

/** Keys as they are typed: one a line, the values of one separated by commas of either script. */
export function keysOf(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/[,，]/).map((value) => value.trim()));
}

/** Columns that a range may be of: the watermark, and what is sent and no part of the key. */
export function rangeColumns({
  source,
  mapping,
}: Pick<ServiceDetail, 'source' | 'mapping'>): string[] {
  const key = source.keyColumns;
  const sent = mapping.map((line) => line.sourceColumn).filter((name) => !key.includes(name));
  return [...new Set(source.watermarkColumn ? [source.watermarkColumn, ...sent] : sent)];
}
