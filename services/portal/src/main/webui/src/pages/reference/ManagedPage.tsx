import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { send } from '../../api/client';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { type Column, useFilter } from '../../components/DataTable';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { SearchBox } from '../../components/SearchBox';
import { NONE, useTexts } from '../../i18n';
import { EntryDialog } from './EntryDialog';
import { ENTITIES, type Entity, type Entry, type Field } from './entities';

/** One kind of reference data: found, added, changed and removed. */
export function ManagedPage() {
  const { kind = '' } = useParams();
  const entity = ENTITIES.find((each) => each.kind === kind);
  return entity ? <Managed key={kind} entity={entity} /> : <Navigate to="/reference/offices" />;
}

function Managed({ entity }: { entity: Entity }) {
  const { t } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const [q, setQ] = useFilter('q');
  const writes = may(me, entity.writers);
  const show = useShown();
  const path = `${CATALOG}${entity.path}`;
  const keyOf = (entry: Entry) => String(entry[entity.key ?? 'id']);
  const nameOf = (entry: Entry) => String(entry.name ?? entry.title ?? keyOf(entry));
  const columns: Column<Entry>[] = [
    ...entity.fields
      .filter((field) => field.listed)
      .map((field) => ({ title: t(field.label), render: (entry: Entry) => show(field, entry) })),
    ...(writes
      ? [
          {
            title: t('action.edit'),
            narrow: true,
            render: (entry: Entry) => (
              <>
                <EntryDialog entity={entity} id={keyOf(entry)} />{' '}
                {entity.removable !== false && (
                  <ConfirmButton
                    text={t('action.delete')}
                    title={t('action.delete')}
                    question={t('reference.deleteQuestion', { name: nameOf(entry) })}
                    variant="link"
                    danger
                    action={async () => {
                      const version = `"${String(entry.revision)}"`;
                      await send('DELETE', `${path}/${keyOf(entry)}`, undefined, version);
                      await queries.invalidateQueries();
                    }}
                  />
                )}
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <PageFrame
      title={t(entity.title)}
      lead={t('reference.lead')}
      actions={writes && <EntryDialog entity={entity} />}
    >
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox id="entry-search" label={t('action.search')} value={q} onSearch={setQ} />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Entry>
          path={path}
          filters={{ q }}
          label={t(entity.title)}
          rowKey={keyOf}
          rowTestId="entry-row"
          empty={t('reference.empty')}
          columns={columns}
        />
      </div>
    </PageFrame>
  );
}

function useShown() {
  const { t, code } = useTexts();
  return (field: Field, entry: Entry): string => {
    const value = entry[field.name];
    if (field.name === 'departmentCode') {
      const department = entry.department as { name?: string } | undefined;
      return department?.name ?? NONE;
    }
    if (value === undefined || value === null || value === '') {
      return NONE;
    }
    if (field.type === 'flag') {
      return t(value ? 'reference.yes' : 'reference.no');
    }
    return field.codes ? code(field.codes, String(value)) : String(value);
  };
}
