import { Link } from 'react-router';
import { CATALOG, type CompilationRow, type Count } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { type Column, DataTable } from '../../components/DataTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { type TextKey, useTexts } from '../../i18n';
import { portalAddress } from './addresses';

const COLUMNS = [
  'departments',
  'offices',
  'functions',
  'resources',
  'dataItems',
  'shareable',
  'open',
] as const satisfies (keyof CompilationRow)[];

/** 编目统计: what each library holds; each number opens what it counts. */
export function CompilationPage() {
  const { t, number } = useTexts();
  const table = useGet<CompilationRow[]>(`${CATALOG}/statistics/compilation`);
  const columns: Column<CompilationRow>[] = [
    {
      title: t('compilation.library'),
      render: (row) => row.library?.name ?? <strong>{t('compilation.total')}</strong>,
    },
    ...COLUMNS.map((name) => ({
      title: t(`compilation.${name}` as TextKey),
      numeric: true,
      render: (row: CompilationRow) => {
        const count: Count = row[name];
        return (
          <Link
            to={portalAddress(count.rows)}
            aria-label={`${row.library?.name ?? t('compilation.total')} ${t(
              `compilation.${name}` as TextKey,
            )} ${count.value}`}
          >
            {number(count.value)}
          </Link>
        );
      },
    })),
  ];
  return (
    <PageFrame title={t('menu.compilation')} lead={t('compilation.lead')}>
      <Remote query={table}>
        {(rows) => (
          <DataTable
            label={t('menu.compilation')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.library?.code ?? 'total'}
            rowTestId="compilation-row"
          />
        )}
      </Remote>
    </PageFrame>
  );
}
