import { Button, Checkbox, ExpandableSection } from '@patternfly/react-core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { FacetCount, Facets } from '../../api/catalog';
import { useTexts } from '../../i18n';
import { DateRangeFilter } from './DateRangeFilter';

/** Facets in their order, with the prefix of their values' texts where these are codes. */
const FACETS = [
  ['category', null],
  ['department', null],
  ['sharingType', 'sharingType'],
  ['openType', 'openType'],
  ['format', 'resourceFormat'],
  ['dataStructure', 'dataStructure'],
  ['updateFrequency', 'updateFrequency'],
  ['state', 'resourceState'],
] as const satisfies [keyof Facets, string | null][];

const SHORT = 8;

/** Counted filters beside the catalogue; what is chosen stands in the address. */
export function FacetFilters({ facets }: { facets: Facets | undefined }) {
  const { t } = useTexts();
  return (
    <nav className="gs-facets" aria-label={t('catalog.facets')}>
      {FACETS.map(([name, codes]) => (
        <FacetFilter key={name} name={name} codes={codes} counts={facets?.[name] ?? []} />
      ))}
      <DateRangeFilter years={facets?.year ?? []} />
    </nav>
  );
}

function FacetFilter({
  name,
  codes,
  counts,
}: {
  name: (typeof FACETS)[number][0];
  codes: string | null;
  counts: FacetCount[];
}) {
  const { t, code, number } = useTexts();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState(name !== 'state' && name !== 'updateFrequency');
  const [all, setAll] = useState(false);
  const chosen = search.getAll(name);
  // What is chosen stays there to be taken back, even if nothing is found with it.
  const gone = chosen
    .filter((value) => !counts.some((count) => count.value === value))
    .map((value): FacetCount => ({ value, count: 0 }));
  const listed = [...gone, ...counts];
  const shown = all
    ? listed
    : listed.filter((count, index) => index < SHORT || chosen.includes(count.value));
  const choose = (value: string, on: boolean) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      const values = old.getAll(name).filter((other) => other !== value);
      next.delete(name);
      next.delete('page');
      [...values, ...(on ? [value] : [])].forEach((each) => next.append(name, each));
      return next;
    });
  if (listed.length === 0) {
    return null;
  }
  return (
    <ExpandableSection
      toggleText={t(`facet.${name}`)}
      isExpanded={open}
      onToggle={(_, next) => setOpen(next)}
      data-testid={`facet-${name}`}
    >
      {shown.map((count) => {
        const text = count.label ?? (codes ? code(codes, count.value) : count.value);
        return (
          <Checkbox
            key={count.value}
            id={`facet-${name}-${count.value}`}
            className={
              count.parent && !count.parent.endsWith('0000')
                ? 'gs-facet gs-facet--below'
                : 'gs-facet'
            }
            label={
              <>
                {text} <span className="gs-quiet">{number(count.count)}</span>
              </>
            }
            isChecked={chosen.includes(count.value)}
            onChange={(_, on) => choose(count.value, on)}
          />
        );
      })}
      {listed.length > SHORT && (
        <Button variant="link" isInline onClick={() => setAll(!all)}>
          {all ? t('facet.fewer') : t('facet.more', { count: listed.length })}
        </Button>
      )}
    </ExpandableSection>
  );
}
