import { Badge } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { CATALOG, type Page, type SavedSearch } from '../../api/catalog';
import { send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { ConfirmButton } from '../../components/Actions';
import { TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

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
      <SaveSearch />
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
    const query = new URLSearchParams(search);
    query.delete('page');
    query.delete('size');
    await send('POST', `${CATALOG}/saved-searches`, { name, query: query.toString() });
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
