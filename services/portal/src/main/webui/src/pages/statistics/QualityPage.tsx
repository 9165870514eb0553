import { Link } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { CATALOG, type DepartmentQuality } from '../../api/catalog';
import { send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ActionButton } from '../../components/ActionButton';
import { DataTable } from '../../components/DataTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { portalAddress } from './addresses';

const SHOWN_GAINS = 3;

/** 目录质量: the departments' scores, and what would raise them most. */
export function QualityPage() {
  const { t, code, number, time } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const departments = useGet<DepartmentQuality[]>(`${CATALOG}/quality/departments`);
  const asOf = departments.data?.[0]?.asOf;
  return (
    <PageFrame
      title={t('menu.quality')}
      lead={
        asOf
          ? `${t('quality.lead')} · ${t('quality.asOf', { time: time(asOf) })}`
          : t('quality.lead')
      }
      actions={
        may(me, 'evaluate') && (
          <ActionButton
            text={t('quality.refresh')}
            action={async () => {
              await send('POST', `${CATALOG}/quality/refresh`, {});
              await queries.invalidateQueries();
            }}
          />
        )
      }
    >
      <Remote query={departments}>
        {(rows) => (
          <DataTable
            label={t('menu.quality')}
            rows={rows}
            rowKey={(row) => row.department.code}
            rowTestId="quality-row"
            empty={t('quality.empty')}
            columns={[
              { title: t('resource.department'), render: (row) => row.department.name },
              { title: t('quality.score'), numeric: true, render: (row) => number(row.score) },
              {
                title: t('compilation.resources'),
                numeric: true,
                render: (row) => (
                  <Link to={`/quality/resources?department=${row.department.code}`}>
                    {number(row.resources)}
                  </Link>
                ),
              },
              {
                title: t('quality.best'),
                render: (row) => (
                  <ul className="gs-plain-list">
                    {row.gains.slice(0, SHOWN_GAINS).map((gain) => (
                      <li key={gain.action}>
                        <Link to={portalAddress(gain.rows)}>
                          {t('quality.gain', {
                            action: code('criterion', gain.action),
                            count: number(gain.resources),
                            points: number(gain.points),
                          })}
                        </Link>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        )}
      </Remote>
    </PageFrame>
  );
}
