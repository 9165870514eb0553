/**
 * The services' OpenAPI calls no member required, because JSON leaves out what has no value. `Sure`
 * takes every member as present; `Maybe` names those that really can be absent.
 */
export type Sure<T> = T extends (infer U)[]
  ? Sure<U>[]
  : T extends object
    ? { [K in keyof T]-?: Sure<NonNullable<T[K]>> }
    : T;

export type Maybe<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** A page of a list. */
export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}
