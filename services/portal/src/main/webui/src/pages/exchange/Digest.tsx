/** The beginning and the end of a digest; the whole of it where the pointer rests. */
export function Digest({ value }: { value: string }) {
  return (
    <span title={value}>
      {value.length > 24 ? `${value.slice(0, 16)}…${value.slice(-6)}` : value}
    </span>
  );
}
