import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useTexts } from '../../i18n';
import { type SegmentSource, SOURCES } from './segments';

/** Chooses where the digits of a segment come from. */
export function SourceSelect({
  label,
  value,
  onChange,
}: {
  label: string;
  value: SegmentSource;
  onChange: (source: SegmentSource) => void;
}) {
  const { code } = useTexts();
  return (
    <FormSelect
      aria-label={label}
      value={value}
      onChange={(_, next) => {
        const source = SOURCES.find((each) => each === next);
        if (source) onChange(source);
      }}
    >
      {SOURCES.map((source) => (
        <FormSelectOption key={source} value={source} label={code('segmentSource', source)} />
      ))}
    </FormSelect>
  );
}
