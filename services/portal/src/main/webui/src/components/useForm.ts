import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../api/client';

/** What a form holds: texts by name, and what is richer than text beside them. */
type Values = Record<string, unknown>;

/** Names of those values that are texts, and so have a field of their own. */
type TextName<V> = { [K in keyof V]: V[K] extends string ? K : never }[keyof V] & string;

/**
 * State of a form: its values, what a service found wrong with them, and sending them once.
 *
 * @param initial the values to begin with
 * @param save sends them; what it throws is shown beside the fields it names
 */
export function useForm<V extends Values>(
  initial: V | (() => V),
  save: (values: V) => Promise<void>,
) {
  const queries = useQueryClient();
  const [values, setValues] = useState<V>(initial);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const errors = (field: string) => (problem instanceof ApiProblem ? problem.messages(field) : []);
  const set = (change: Partial<V>) => setValues((old) => ({ ...old, ...change }));
  /** What every field component takes: value, change and faults of one text. */
  const field = (name: TextName<V>, path: string = name) => ({
    id: name,
    value: values[name] as string,
    onChange: (value: string) => set({ [name]: value } as unknown as Partial<V>),
    errors: errors(path),
  });

  /** Sends the values; whether they were taken. */
  const submit = async (event?: FormEvent): Promise<boolean> => {
    event?.preventDefault();
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      await save(values);
      await queries.invalidateQueries();
      return true;
    } catch (failure) {
      setProblem(failure);
      document.querySelector('#content')?.scrollTo({ top: 0 });
      return false;
    } finally {
      setBusy(false);
    }
  };

  return { values, set, field, errors, problem, setProblem, busy, submit };
}
