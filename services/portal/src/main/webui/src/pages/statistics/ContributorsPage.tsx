import { Link, useParams } from 'react-router';
import { CATALOG, type Contributor } from '../../api/catalog';
import { query } from '../../api/client';
import { useCategories, useDepartments } from '../../api/hooks';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { type TextKey, useTexts } from '../../i18n';

/** The departments, offices or functions that a number of the compilation table counts. */
export function ContributorsPage() {
  const { library = 'all', kind = 'departments' } = useParams();
  const { t, number } = useTexts();
  const { departmentName } = useDepartments();
  const { categoryName } = useCategories();
  const name = categoryName(library) ?? t('compilation.total');
  const rows = { state: 'PUBLISHED', category: library === 'all' ? null : library };
  return (
    <PageFrame
      title={t('compilation.of', { library: name, kind: t(`compilation.${kind}` as TextKey) })}
      crumbs={[{ to: '/statistics', text: t('menu.compilation') }]}
    >
      <PagedTable<Contributor>
        path={`${CATALOG}/statistics/compilation/${library}/${kind}`}
        label={t(`compilation.${kind}` as TextKey)}
        rowKey={(row) => row.id}
        rowTestId="contributor-row"
        empty={t('compilation.empty')}
        columns={[
          { title: t('compilation.name'), render: (row) => row.name },
          { title: t('resource.department'), render: (row) => departmentName(row.department) },
          {
            title: t('compilation.resources'),
            numeric: true,
            render: (row) =>
              kind === 'departments' ? (
                <Link to={`/catalog${query({ ...rows, department: row.id })}`}>
                  {number(row.resources)}
                </Link>
              ) : (
                number(row.resources)
              ),
          },
        ]}
      />
    </PageFrame>
  );
}
