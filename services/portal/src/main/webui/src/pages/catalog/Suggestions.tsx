import { List, ListItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG, type Page, type ResourceSummary } from '../../api/catalog';
import { query } from '../../api/client';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { useTexts } from '../../i18n';
import { shorterWords } from './suggestions';

/** What to try when nothing was found: without filters, with fewer words, or asking for it. */
export function Suggestions({ q, filtered }: { q: string; filtered: boolean }) {
  const { t } = useTexts();
  const me = useUser();
  return (
    <>
      <p>{q ? t('catalog.nothingFound', { q }) : t('catalog.nothing')}</p>
      <List isPlain className="gs-block-top">
        {filtered && <Found q={q} text={(total) => t('catalog.withoutFilters', { total })} />}
        {shorterWords(q).map((word) => (
          <Found key={word} q={word} text={(total) => t('catalog.tryWord', { word, total })} />
        ))}
        {q && may(me, 'apply') && (
          <ListItem>
            <Link to={`/demands/new${query({ name: q })}`} data-testid="demand-it">
              {t('catalog.demandIt', { q })}
            </Link>
          </ListItem>
        )}
      </List>
    </>
  );
}

/** A search that finds something, with how much; nothing where it does not. */
function Found({ q, text }: { q: string; text: (total: string) => string }) {
  const { number } = useTexts();
  const found = useGet<Page<ResourceSummary>>(`${CATALOG}/resources${query({ q, size: 1 })}`);
  if (!found.data || found.isPlaceholderData || found.data.total === 0) {
    return null;
  }
  return (
    <ListItem>
      <Link to={`/catalog${query({ q })}`} data-testid="suggestion">
        {text(number(found.data.total))}
      </Link>
    </ListItem>
  );
}
