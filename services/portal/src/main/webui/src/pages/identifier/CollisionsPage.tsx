import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { useDepartments } from '../../api/hooks';
import { useFilter } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { NONE, useTexts } from '../../i18n';
import { CodeChecker } from './CodeChecker';
import { Lookup } from './Lookup';

interface Collision {
  identifier: string;
  kinds: string[];
  reason?: string;
  suggestion?: string;
  allottedTo?: string;
  reservedFor?: string;
  resources: { id: string; name: string; departmentCode: string; state: string }[];
  others: number;
}

const KINDS = [
  'PROPOSED_BY_SEVERAL',
  'GIVEN_TWICE_IN_IMPORT',
  'ALREADY_ALLOTTED',
  'RESERVED_FOR_ANOTHER',
  'DOES_NOT_FIT',
];

/** 标识符核查: codes that arrived with resources and cannot simply be kept. */
export function CollisionsPage() {
  const { t, code, number } = useTexts();
  const { departmentName } = useDepartments();
  const [kind, setKind] = useFilter('kind');
  return (
    <PageFrame title={t('menu.collisions')} lead={t('collision.lead')}>
      <Panel title={t('collision.report')} testId="collisions">
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <FilterSelect
                id="kind-filter"
                label={t('collision.kind')}
                all={t('reference.all', { what: t('collision.kind') })}
                value={kind}
                options={KINDS.map((value) => ({ value, text: code('collisionKind', value) }))}
                onChange={setKind}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Collision>
          path={`${CATALOG}/identifiers/collisions`}
          filters={{ kind }}
          label={t('collision.report')}
          rowKey={(row) => row.identifier}
          rowTestId="collision-row"
          empty={t('collision.none')}
          columns={[
            {
              title: t('resource.identifier'),
              className: 'gs-mono',
              render: (row) => row.identifier,
            },
            {
              title: t('collision.kind'),
              render: (row) => (
                <>
                  {row.kinds.map((each) => code('collisionKind', each)).join(t('list.separator'))}
                  {row.reservedFor && `（${departmentName(row.reservedFor)}）`}
                  {row.reason && <span className="gs-matched">{row.reason}</span>}
                </>
              ),
            },
            {
              title: t('collision.suggestion'),
              className: 'gs-mono',
              render: (row) => row.suggestion ?? NONE,
            },
            {
              title: t('collision.resources'),
              className: 'gs-name-cell',
              render: (row) => (
                <ul className="gs-plain-list">
                  {row.resources.map((resource) => (
                    <li key={resource.id}>
                      <Link to={`/catalog/${resource.id}`}>{resource.name}</Link>{' '}
                      <span className="gs-quiet">{departmentName(resource.departmentCode)}</span>{' '}
                      <CodeLabel kind="resourceState" value={resource.state} />
                    </li>
                  ))}
                  {row.others > 0 && (
                    <li>{t('collision.others', { count: number(row.others) })}</li>
                  )}
                </ul>
              ),
            },
          ]}
        />
      </Panel>
      <Lookup />
      <CodeChecker />
    </PageFrame>
  );
}
