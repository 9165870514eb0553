import { CATALOG, type ObjectionCounts, type ObjectionStatistics } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { useUser } from '../../app/user';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';

/** Whom the service tells: the authority of all departments, providers of their own. */
const READERS = ['sharing-reviewer', 'department-reviewer', 'catalog-editor'] as const;

const COUNTS = [
  'received',
  'open',
  'accepted',
  'rejected',
  'late',
] as const satisfies (keyof ObjectionCounts)[];

/** How departments deal with objections to their values. */
export function StatisticsPanel() {
  const me = useUser();
  return READERS.some((role) => me.roles.includes(role)) ? <Statistics /> : null;
}

function Statistics() {
  const { t, number } = useTexts();
  const statistics = useGet<ObjectionStatistics>(`${CATALOG}/objections/statistics`);
  return (
    <Panel title={t('objection.statistics')} testId="objection-statistics">
      <Remote query={statistics}>
        {({ total, departments }) => (
          <DataTable
            label={t('objection.statistics')}
            part
            rows={[
              ...departments.map(({ department, counts }) => ({ name: department.name, counts })),
              ...(departments.length > 1 ? [{ name: t('objection.total'), counts: total }] : []),
            ]}
            rowKey={(row) => row.name}
            empty={t('objection.none')}
            columns={[
              { title: t('request.provider'), render: (row) => row.name },
              ...COUNTS.map((name) => ({
                title: t(`objection.${name}`),
                numeric: true,
                render: (row: { counts: ObjectionCounts }) => number(row.counts[name]),
              })),
            ]}
          />
        )}
      </Remote>
    </Panel>
  );
}
