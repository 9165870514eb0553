/** A region as a line of text says it. */
export interface RegionLine {
  code: string;
  name: string;
  note: string | null;
}

/** Regions, one on each line: code, name and a note, with commas or tabs between them. */
export function regionLines(typed: string): RegionLine[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, '').trim())
    .filter(Boolean)
    .map((line) => {
      const [code = '', name = '', ...note] = line.split(/[,，\t]/).map((part) => part.trim());
      return { code, name, note: note.filter(Boolean).join('，') || null };
    });
}
