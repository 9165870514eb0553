/** A text with places in it marked, as a search names them. */
export function Marked({ text, spans }: { text: string; spans: { start: number; end: number }[] }) {
  const parts = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
