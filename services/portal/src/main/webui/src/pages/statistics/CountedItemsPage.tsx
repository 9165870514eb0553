import { Link, useParams } from 'react-router';
import { CATALOG, type CountedItem } from '../../api/catalog';
import { useCategories, useDepartments } from '../../api/hooks';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { NONE, useTexts } from '../../i18n';

/** The data items that a number of the compilation table counts. */
export function CountedItemsPage() {
  const { library = 'all' } = useParams();
  const { t, code } = useTexts();
  const { departmentName } = useDepartments();
  const { categoryName } = useCategories();
  const name = categoryName(library) ?? t('compilation.total');
  return (
    <PageFrame
      title={t('compilation.of', { library: name, kind: t('compilation.dataItems') })}
      crumbs={[{ to: '/statistics', text: t('menu.compilation') }]}
    >
      <PagedTable<CountedItem>
        path={`${CATALOG}/statistics/compilation/${library}/items`}
        label={t('compilation.dataItems')}
        rowKey={(row) => row.id}
        rowTestId="counted-item-row"
        empty={t('compilation.empty')}
        columns={[
          { title: t('item.name'), render: (row) => row.name },
          { title: t('item.fieldName'), render: (row) => row.fieldName ?? NONE },
          { title: t('item.dataType'), render: (row) => code('dataType', row.dataType) },
          {
            title: t('compilation.resources'),
            render: (row) => <Link to={`/resources/${row.resourceId}`}>{row.resource}</Link>,
          },
          { title: t('resource.department'), render: (row) => departmentName(row.department) },
        ]}
      />
    </PageFrame>
  );
}
