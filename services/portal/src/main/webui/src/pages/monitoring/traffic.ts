import { type TextKey, type Texts } from '../../i18n';

/** What was sent and received, as every view of the monitoring counts it. */
export const TRAFFIC = [
  'sentMessages',
  'receivedMessages',
  'sentRows',
  'receivedRows',
  'sentBytes',
  'receivedBytes',
] as const;

export type Traffic = Record<(typeof TRAFFIC)[number], number>;

/** Each figure with its name, its text, and a name for tests. */
export function trafficOf({ t, number, bytes }: Pick<Texts, 't' | 'number' | 'bytes'>) {
  return TRAFFIC.map((name) => ({
    name,
    title: t(`platform.${name}` as TextKey),
    testId: name.replace(/[A-Z]/, (capital) => `-${capital.toLowerCase()}`),
    text: (figures: Traffic) => (name.endsWith('Bytes') ? bytes : number)(figures[name]),
  }));
}
