import { Button, ExpandableSection, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { FacetCount } from '../../api/catalog';
import { useTexts } from '../../i18n';

const FROM = 'publishedFrom';
const TO = 'publishedTo';

/** Publication dates: a range, or a year with one click. */
export function DateRangeFilter({ years }: { years: FacetCount[] }) {
  const { t, number } = useTexts();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState(false);
  const set = (range: Record<string, string>) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      next.delete('page');
      for (const [name, value] of Object.entries(range)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  return (
    <ExpandableSection
      toggleText={t('facet.published')}
      isExpanded={open}
      onToggle={(_, next) => setOpen(next)}
    >
      <TextInput
        type="date"
        aria-label={t('facet.from')}
        value={search.get(FROM) ?? ''}
        onChange={(_, value) => set({ [FROM]: value })}
      />
      <TextInput
        type="date"
        aria-label={t('facet.to')}
        value={search.get(TO) ?? ''}
        onChange={(_, value) => set({ [TO]: value })}
      />
      {years.map(({ value, count }) => (
        <div key={value}>
          <Button
            variant="link"
            isInline
            onClick={() => set({ [FROM]: `${value}-01-01`, [TO]: `${value}-12-31` })}
          >
            {value} <span className="gs-quiet">{number(count)}</span>
          </Button>
        </div>
      ))}
    </ExpandableSection>
  );
}
