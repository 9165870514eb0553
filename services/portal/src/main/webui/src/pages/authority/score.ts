/** A measure from 0 to 1 as people read it. */
export function percent(measure: number): string {
  // Cut, not rounded: what is not quite the same is never called the same.
  return `${Math.floor(Math.round(measure * 10_000) / 100)}%`;
}
