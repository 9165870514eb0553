import type { Process } from '../../api/exchange';

/** One step of a process as it is written. */
export interface Line {
  /** Stays with the line wherever it is moved. */
  key: number;
  service: string;
  /** Services that must have succeeded before. */
  after: string[];
}

let keys = 0;

export function newLine(service = '', after: string[] = []): Line {
  keys += 1;
  return { key: keys, service, after };
}

/** A process as lines, each below those that it waits for. */
export function linesOf(process: Pick<Process, 'services' | 'edges'>): Line[] {
  return process.services.map((service) =>
    newLine(
      service,
      process.edges.filter((edge) => edge.after === service).map((edge) => edge.before),
    ),
  );
}

/** The services above a line: only these can be waited for, so that no circle can be written. */
export function above(lines: Line[], index: number): string[] {
  return lines
    .slice(0, index)
    .map((line) => line.service)
    .filter((service) => service !== '');
}

/** What is sent: lines without a service and waiting for what is no longer above are left out. */
export function draftOf(name: string, lines: Line[]) {
  const chosen = lines.filter((line) => line.service !== '');
  return {
    name: name.trim(),
    services: chosen.map((line) => line.service),
    edges: chosen.flatMap((line, i) =>
      line.after
        .filter((before) => above(chosen, i).includes(before))
        .map((before) => ({ before, after: line.service })),
    ),
  };
}

/** Whether a line can change places with the one above: not if it waits for that one. */
export function canRise(lines: Line[], index: number): boolean {
  const over = lines[index - 1];
  return over !== undefined && !lines[index]!.after.includes(over.service);
}

/** The lines with one changed places with that above. */
export function risen(lines: Line[], index: number): Line[] {
  const next = [...lines];
  next.splice(index - 1, 2, lines[index]!, lines[index - 1]!);
  return next;
}

/** The lines without one, for which then nobody waits. */
export function without(lines: Line[], index: number): Line[] {
  const gone = lines[index]!.service;
  return lines
    .filter((_, i) => i !== index)
    .map((line) => ({ ...line, after: line.after.filter((before) => before !== gone) }));
}
