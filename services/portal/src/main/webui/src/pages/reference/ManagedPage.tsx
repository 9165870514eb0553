import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { useDepartments } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { type Column, useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { Forbidden } from '../../components/Forbidden';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { SearchBox } from '../../components/SearchBox';
import { useTexts } from '../../i18n';
import { hasSheet } from '../organisation/sheets';
import { entityOf } from './entities';
import {
  type Entity,
  type Entry,
  type Filter,
  keyOf,
  leadingField,
  mayWrite,
  nameOf,
} from './entity';
import { EntryDialog } from './EntryDialog';
import { EntryValue } from './EntryValue';
import { ImportRegions } from './ImportRegions';
import { RemoveEntry } from './RemoveEntry';

/** One kind of reference data: found, added, changed and removed. */
export function ManagedPage() {
  const { kind = '' } = useParams();
  const me = useUser();
  const entity = entityOf(kind);
  if (!entity) {
    return <Navigate to="/reference/offices" replace />;
  }
  return entity.readers && !may(me, entity.readers) ? (
    <Forbidden area={entity.readers} />
  ) : (
    <Managed key={kind} entity={entity} />
  );
}

function Managed({ entity }: { entity: Entity }) {
  const { t } = useTexts();
  const { kind } = entity;
  const me = useUser();
  const { departments } = useDepartments();
  const [search] = useSearchParams();
  const [q, setQ] = useFilter('q');
  const [department, setDepartment] = useFilter('department');
  const filters = (entity.filters ?? []).map((filter) => filter.name);
  const leading = leadingField(entity);
  const choosesDepartment = entity.byDepartment === true && (!entity.readers || may(me, 'manage'));
  const columns: Column<Entry>[] = entity.fields
    .filter((field) => field.listed)
    .map((field) => ({
      title: t(field.label),
      className: field.name === leading ? 'gs-name-cell' : undefined,
      narrow: field.type === 'date',
      render: (entry: Entry) =>
        field.name === leading ? (
          <Link to={`/reference/${entity.kind}/${keyOf(entity, entry)}`}>
            {nameOf(entity, entry)}
          </Link>
        ) : (
          <EntryValue field={field} entry={entry} />
        ),
    }));
  if (may(me, entity.writers)) {
    columns.push({
      title: t('action.edit'),
      narrow: true,
      render: (entry) =>
        mayWrite(me, entity, entry) && (
          <>
            <EntryDialog entity={entity} id={keyOf(entity, entry)} />{' '}
            <RemoveEntry entity={entity} entry={entry} />
          </>
        ),
    });
  }
  return (
    <PageFrame
      title={t(entity.title)}
      lead={t('reference.lead')}
      actions={
        may(me, entity.writers) && (
          <>
            {hasSheet(kind) && (
              <Button
                variant="secondary"
                component={(props: object) => (
                  <Link {...props} to={`/organisation/${kind}/import`} />
                )}
              >
                {t('sheet.take')}
              </Button>
            )}
            {kind === 'regions' && <ImportRegions />}
            <EntryDialog entity={entity} />
          </>
        )
      }
    >
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox id="entry-search" label={t('action.search')} value={q} onSearch={setQ} />
            </ToolbarItem>
            {choosesDepartment && (
              <ToolbarItem>
                <FilterSelect
                  id="department-filter"
                  label={t('reference.department')}
                  all={t('filter.allDepartments')}
                  value={department}
                  options={departments.map((d) => ({ value: d.code, text: d.name }))}
                  onChange={setDepartment}
                />
              </ToolbarItem>
            )}
            {entity.filters?.map((filter) => (
              <ToolbarItem key={filter.name}>
                <ValueFilter filter={filter} />
              </ToolbarItem>
            ))}
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Entry>
          path={`${CATALOG}${entity.path}`}
          filters={{
            q,
            ...(choosesDepartment && { department }),
            ...Object.fromEntries(filters.map((name) => [name, search.get(name)])),
          }}
          label={t(entity.title)}
          rowKey={(entry) => keyOf(entity, entry)}
          rowTestId="entry-row"
          empty={t('reference.empty')}
          columns={columns}
        />
      </div>
    </PageFrame>
  );
}

function ValueFilter({ filter }: { filter: Filter }) {
  const { t, code } = useTexts();
  const [value, setValue] = useFilter(filter.name);
  return (
    <FilterSelect
      id={`${filter.name}-filter`}
      label={t(filter.label)}
      all={t('reference.all', { what: t(filter.label) })}
      value={value}
      options={filter.values.map((each) => ({ value: each, text: code(filter.codes, each) }))}
      onChange={setValue}
    />
  );
}
