/** An arrow: the service after it runs once that before it has succeeded. */
export interface Arrow {
  before: string;
  after: string;
}

/**
 * The services of a process in layers: each stands in the first layer behind everything that it
 * waits for. A circle, which the exchange refuses, would end in one layer behind the others.
 */
export function layersOf(services: string[], edges: Arrow[]): string[][] {
  const layers: string[][] = [];
  let left = services;
  while (left.length > 0) {
    const placed = new Set(layers.flat());
    const free = left.filter((id) =>
      edges.every((edge) => edge.after !== id || placed.has(edge.before)),
    );
    const layer = free.length > 0 ? free : left;
    layers.push(layer);
    left = left.filter((id) => !layer.includes(id));
  }
  return layers;
}

/** A text cut to so many characters, a Chinese one counted as two. */
export function cut(text: string, width: number): string {
  let used = 0;
  for (let i = 0; i < text.length; i += 1) {
    used += text.charCodeAt(i) > 0xff ? 2 : 1;
    if (used > width) {
      return `${text.slice(0, i)}…`;
    }
  }
  return text;
}
