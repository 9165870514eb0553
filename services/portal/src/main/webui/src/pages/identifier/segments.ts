import { fill } from '../../i18n';

export type SegmentSource = 'CATEGORY' | 'DEPARTMENT' | 'REGION' | 'CONSTANT';

/** Some neighbouring digits of an identifier. */
export interface Segment {
  source: SegmentSource;
  digits: number;
  constant?: string;
}

/** A segment while it is written. */
export interface SegmentDraft {
  source: SegmentSource;
  digits: string;
  constant: string;
}

export interface Scheme {
  revision: number;
  segments: Segment[];
  remark?: string;
  changedBy?: string;
  changedAt: string;
}

export const SOURCES: readonly SegmentSource[] = ['CATEGORY', 'DEPARTMENT', 'REGION', 'CONSTANT'];

/** 前段码 and 中段码: the digits before the slash. */
export const FRONT = 6;
export const PREFIX = 16;

export function draftsOf(segments: Segment[]): SegmentDraft[] {
  return segments.map(({ source, digits, constant }) => ({
    source,
    digits: String(digits),
    constant: constant ?? '',
  }));
}

/** What the service is sent: a constant only where it is one. */
export function segmentsOf(drafts: SegmentDraft[]): Segment[] {
  return drafts.map(({ source, digits, constant }) => ({
    source,
    digits: Number.parseInt(digits, 10) || 0,
    ...(source === 'CONSTANT' && { constant: constant.trim() }),
  }));
}

/** First and last place of each segment, counted from 1. */
export function placesOf(segments: Segment[]): { from: number; to: number }[] {
  let before = 0;
  return segments.map(({ digits }) => {
    const from = before + 1;
    before += digits;
    return { from, to: before };
  });
}

/** Whether the segments fill all places, and one ends where the front part does. */
export function totalsOf(segments: Segment[]): { digits: number; frontEnds: boolean } {
  const places = placesOf(segments);
  return {
    digits: places.at(-1)?.to ?? 0,
    frontEnds: places.some(({ to }) => to === FRONT),
  };
}

/** The same segments with one moved by so many places. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by;
  if (to < 0 || to >= list.length) {
    return [...list];
  }
  const next = [...list];
  next.splice(to, 0, ...next.splice(index, 1));
  return next;
}

/** A scheme in one line, each segment by a template with its source and digits. */
export function inOneLine(
  segments: Segment[],
  template: string,
  sourceText: (source: SegmentSource) => string,
): string {
  return segments
    .map(({ source, digits, constant }) =>
      fill(template, { source: constant ?? sourceText(source), digits }),
    )
    .join(' + ');
}

/** The two parts of an identifier as it was written, if it is one. */
export function partsOf(identifier: string): { prefix: string; number: string } | undefined {
  const [, prefix, number] = /^\s*(\d{16})\/(\d{5})\s*$/.exec(identifier) ?? [];
  return prefix && number ? { prefix, number } : undefined;
}
