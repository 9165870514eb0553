import { Alert } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { DataTable, useFilter } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { Remote } from '../../components/Remote';
import { SearchBox } from '../../components/SearchBox';
import { useDepartments } from '../../api/hooks';
import { useTexts } from '../../i18n';
import { partsOf } from './segments';

interface Holder {
  identifier: string;
  kept: boolean;
  allottedAt: string;
  versions: {
    id: string;
    version: number;
    name: string;
    departmentCode: string;
    state: string;
    publishedAt?: string;
  }[];
}

/** Tells which resource has an identifier. */
export function Lookup() {
  const { t } = useTexts();
  const [identifier, setIdentifier] = useFilter('identifier');
  const parts = partsOf(identifier);
  return (
    <Panel title={t('lookup.title')} testId="lookup">
      <div className="gs-block">
        <SearchBox
          id="identifier-search"
          label={t('lookup.search')}
          hint="0000000000000000/00000"
          value={identifier}
          onSearch={setIdentifier}
        />
      </div>
      {identifier && !parts && (
        <Alert component="p" variant="warning" isInline isPlain title={t('lookup.form')} />
      )}
      {parts && <Found path={`${CATALOG}/identifiers/${parts.prefix}/${parts.number}`} />}
    </Panel>
  );
}

function Found({ path }: { path: string }) {
  const { t, number, time } = useTexts();
  const { departmentName } = useDepartments();
  const holder = useGet<Holder>(path);
  return (
    <Remote query={holder}>
      {(found) => (
        <>
          <Facts
            facts={[
              [t('resource.identifier'), found.identifier],
              [t('lookup.since'), time(found.allottedAt)],
              [t('lookup.kept'), t(found.kept ? 'reference.yes' : 'reference.no')],
            ]}
          />
          <DataTable
            label={t('lookup.title')}
            rows={found.versions}
            rowKey={(version) => version.id}
            empty={t('lookup.hidden')}
            columns={[
              {
                title: t('resource.name'),
                render: (version) => <Link to={`/catalog/${version.id}`}>{version.name}</Link>,
              },
              {
                title: t('resource.version'),
                numeric: true,
                render: (version) => number(version.version),
              },
              {
                title: t('resource.state'),
                render: (version) => <CodeLabel kind="resourceState" value={version.state} />,
              },
              {
                title: t('resource.department'),
                render: (version) => departmentName(version.departmentCode),
              },
              {
                title: t('resource.publishedAt'),
                narrow: true,
                render: (version) => time(version.publishedAt),
              },
            ]}
          />
        </>
      )}
    </Remote>
  );
}
