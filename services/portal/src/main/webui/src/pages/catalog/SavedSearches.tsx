import { Badge } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { CATALOG, type Page, type SavedSearch } from '../../api/catalog';
import { send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { ActionButton } from '../../components/ActionButton';
import { ConfirmButton } from '../../components/Actions';
import { TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { askedOf } from './searchQuery';

/** Searches the user keeps, each with how much is new, and keeping the present one. */
export function SavedSearches() {
  const { t, number } = useTexts();
  const queries = useQueryClient();
  const searches = useGet<Page<SavedSearch>>(`${CATALOG}/saved-searches?size=50`);
  const look = async (search: SavedSearch) => {
    await send('POST', `${CATALOG}/saved-searches/${search.id}/looking`);
    await queries.invalidateQueries();
  };
  return (
    <div className="gs-block" data-testid="saved-searches">
      <div className="gs-stack">
        <SaveSearch />
        <SubscribeToSearch />
      </div>
      <ul className="gs-plain-list">
        {(searches.data?.items ?? []).map((search) => (
          <li key={search.id}>
            <Link to={`/catalog?${search.query}`} onClick={() => void look(search)}>
              {search.name}
            </Link>{' '}
            {search.newSince > 0 && (
              <Badge screenReaderText={t('saved.new')}>{number(search.newSince)}</Badge>
            )}{' '}
            <ConfirmButton
              text={t('action.delete')}
              title={t('action.delete')}
              question={t('saved.deleteQuestion', { name: search.name })}
              variant="link"
              action={async () => {
                await send(
                  'DELETE',
                  `${CATALOG}/saved-searches/${search.id}`,
                  undefined,
                  `"${search.revision}"`,
                );
                await queries.invalidateQueries();
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SaveSearch() {
  const { t } = useTexts();
  const [search] = useSearchParams();
  const form = useForm({ name: '' }, async ({ name }) => {
    const query = askedOf(search).toString();
    await send('POST', `${CATALOG}/saved-searches`, { name, query });
    form.set({ name: '' });
  });
  return (
    <FormDialog
      title={t('saved.save')}
      confirm={t('saved.keep')}
      form={form}
      variant="link"
      testId="save-search"
    >
      <TextField {...form.field('name')} label={t('saved.name')} required />
    </FormDialog>
  );
}

/** Asks to be told of what is published and fits the present search. */
function SubscribeToSearch() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const asked = askedOf(search).toString();
  const [done, setDone] = useState<string | null>(null);
  if (asked === '') {
    return null;
  }
  return done === asked ? (
    <Link to="/subscriptions">{t('subscription.subscribed')}</Link>
  ) : (
    <ActionButton
      text={t('subscription.toSearch')}
      testId="subscribe-search"
      action={async () => {
        await send('POST', `${CATALOG}/subscriptions`, {
          kind: 'QUERY',
          target: asked,
          delivery: 'DAILY',
        });
        setDone(asked);
        await queries.invalidateQueries();
      }}
    />
  );
}
