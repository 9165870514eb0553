import { Link, useParams } from 'react-router';
import { CATALOG, type Evidence } from '../../api/catalog';
import { useDepartments } from '../../api/hooks';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';

const PAGE_OF: Record<string, string> = { RESOURCE: '/catalog', REQUEST: '/requests' };

/** What was found wanting in one department by one indicator. */
export function EvidencePage() {
  const { id = '', department = '', indicator = '' } = useParams();
  const { t, code } = useTexts();
  const { departmentName } = useDepartments();
  return (
    <PageFrame
      title={t('evaluation.evidence', {
        department: departmentName(department),
        indicator: code('indicator', indicator),
      })}
      lead={t('evaluation.evidenceLead')}
      crumbs={[
        { to: '/evaluations', text: t('menu.evaluations') },
        { to: `/evaluations/${id}`, text: t('evaluation.results') },
      ]}
    >
      <PagedTable<Evidence>
        path={`${CATALOG}/evaluations/${id}/departments/${department}/evidence`}
        filters={{ indicator }}
        label={t('evaluation.results')}
        rowKey={(row, index) => `${row.objectId}-${index}`}
        rowTestId="evidence-row"
        empty={t('evaluation.noEvidence')}
        columns={[
          { title: t('evaluation.object'), render: (row) => code('objectKind', row.objectKind) },
          {
            title: t('compilation.name'),
            className: 'gs-name-cell',
            render: (row) =>
              PAGE_OF[row.objectKind] ? (
                <Link to={`${PAGE_OF[row.objectKind]}/${row.objectId}`}>{row.title}</Link>
              ) : (
                row.title
              ),
          },
        ]}
      />
    </PageFrame>
  );
}
