import { SearchInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTexts } from '../i18n';

/** A text to search a list for; searches when asked to, not at every letter. */
export function SearchBox({
  id,
  label,
  hint,
  value,
  onSearch,
}: {
  id: string;
  label: string;
  hint?: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(value);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <SearchInput
        aria-label={label}
        placeholder={hint ?? label}
        value={typed}
        onChange={(_, next) => setTyped(next)}
        onSearch={() => onSearch(typed.trim())}
        onClear={() => {
          setTyped('');
          onSearch('');
        }}
        searchInputId={id}
        submitSearchButtonLabel={t('action.search')}
        resetButtonLabel={t('action.clear')}
        data-testid={id}
      />
    </form>
  );
}
