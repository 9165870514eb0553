/** A code and what it means. */
export interface Code {
  code: string;
  name: string;
  parent: string | null;
  remark: string | null;
}

/**
 * Reads codes as they are copied out of a table: one on each line, code, name, code above and
 * remark apart by tabs or, where there is none, by commas. A heading is passed over.
 */
export function readCodes(text: string): Code[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim()))
    .filter(([code], index) => index > 0 || !HEADINGS.includes(code?.toLowerCase() ?? ''))
    .map(([code = '', name = '', parent, remark]) => ({
      code,
      name,
      parent: parent || null,
      remark: remark || null,
    }));
}

const HEADINGS = ['code', '代码'];

/** Numbers of the lines that lack a code or a name, counted from 1 among the codes. */
export function incomplete(codes: Code[]): number[] {
  return codes.flatMap(({ code, name }, index) => (code && name ? [] : [index + 1]));
}
