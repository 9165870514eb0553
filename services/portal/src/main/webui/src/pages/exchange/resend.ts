/** Keys as they are typed: one a line, the values of one separated by commas of either script. */
export function keysOf(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/[,，]/).map((value) => value.trim()));
}
