import { Link } from 'react-router';
import { CATALOG, type Department } from '../../api/catalog';
import { Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { useTexts } from '../../i18n';

interface Citing {
  resourceId: string;
  name: string;
  version: number;
  state: string;
  department: Department;
  items: { id: string; name: string }[];
  requestCount: number;
}

/** Resources whose items cite an entry of the library. */
export function Citations({
  kind,
  id,
}: {
  kind: 'DOCUMENT' | 'DATA_ELEMENT' | 'CODE_TABLE';
  id: string;
}) {
  const { t, number } = useTexts();
  return (
    <Panel title={t('library.citations')} testId="citations">
      <PagedTable<Citing>
        path={`${CATALOG}/library-links`}
        filters={{ kind, id }}
        list="citing."
        label={t('library.citations')}
        rowKey={(row) => row.resourceId}
        empty={t('library.notCited')}
        columns={[
          {
            title: t('resource.name'),
            className: 'gs-name-cell',
            render: (row) => <Link to={`/catalog/${row.resourceId}`}>{row.name}</Link>,
          },
          { title: t('resource.version'), numeric: true, render: (row) => number(row.version) },
          {
            title: t('resource.state'),
            render: (row) => <CodeLabel kind="resourceState" value={row.state} />,
          },
          { title: t('resource.department'), render: (row) => row.department.name },
          {
            title: t('library.citingItems'),
            render: (row) => row.items.map((item) => item.name).join(t('list.separator')),
          },
          {
            title: t('library.requests'),
            numeric: true,
            render: (row) => number(row.requestCount),
          },
        ]}
      />
    </Panel>
  );
}
