import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CATALOG, type Page } from '../../api/catalog';
import { query } from '../../api/client';
import { useGet } from '../../api/hooks';
import { Figure, Figures, Panel } from '../../components/Facts';
import { PagedTable } from '../../components/PagedTable';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { type DepartmentAudit, suspectsAt, totalOf } from './system';

const COUNTS = [
  ['suspects', 'ANY'],
  ['open', 'OPEN'],
  ['keep', 'KEEP'],
  ['merge', 'MERGE'],
  ['retire', 'RETIRE'],
] as const;

/** How far the clean-up has come, altogether and by department. */
export function DepartmentProgress({ idleDays }: { idleDays: string }) {
  const { t, code, number } = useTexts();
  const path = `${CATALOG}/systems/audit/departments`;
  const all = useGet<Page<DepartmentAudit>>(`${path}${query({ idleDays, size: 100 })}`);
  const title = (count: (typeof COUNTS)[number]) =>
    count[0] === 'suspects' ? t('system.suspects') : code('cleanUp', count[1]);
  const link = (value: number, to: string): ReactNode =>
    value > 0 ? <Link to={to}>{number(value)}</Link> : number(value);
  return (
    <Panel title={t('system.progress')} testId="clean-up">
      <Remote query={all}>
        {({ items }) => {
          const total = totalOf(items);
          return (
            <Figures>
              <Figure label={t('system.atWork')} value={number(total.systems)} />
              {COUNTS.map((count) => (
                <Figure
                  key={count[0]}
                  label={title(count)}
                  value={number(total[count[0]])}
                  to={suspectsAt(undefined, count[1], idleDays)}
                />
              ))}
            </Figures>
          );
        }}
      </Remote>
      <div className="gs-block-top">
        <PagedTable<DepartmentAudit>
          path={path}
          filters={{ idleDays }}
          list="departments."
          label={t('system.progress')}
          rowKey={(row) => row.department.code}
          rowTestId="audit-row"
          empty={t('system.noSystems')}
          columns={[
            { title: t('reference.department'), render: (row) => row.department.name },
            { title: t('system.atWork'), numeric: true, render: (row) => number(row.systems) },
            ...COUNTS.map((count) => ({
              title: title(count),
              numeric: true,
              render: (row: DepartmentAudit) =>
                link(row[count[0]], suspectsAt(row.department.code, count[1], idleDays)),
            })),
          ]}
        />
      </div>
    </Panel>
  );
}
