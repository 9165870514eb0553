import { Progress, ProgressMeasureLocation } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG, type CompilationRow, type Statistics } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { DataTable } from '../../components/DataTable';
import { Figure, Figures, Panel } from '../../components/Facts';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { portalAddress } from '../statistics/addresses';

// The state is named, or drafts that the user may see would be among the rows.
const PUBLISHED = '/catalog?state=PUBLISHED';

/** 资源整体情况: how many resources, what of them is shared and open, and whose they are. */
export function CataloguePanel() {
  const { t, code, number } = useTexts();
  const statistics = useGet<Statistics>(`${CATALOG}/statistics`);
  const libraries = useGet<CompilationRow[]>(`${CATALOG}/statistics/compilation`);
  return (
    <Panel title={t('home.catalogue')} testId="statistics">
      <Remote query={statistics}>
        {(s) => (
          <>
            <Figures>
              <Figure
                label={t('home.published')}
                value={number(s.published)}
                to={PUBLISHED}
                testId="statistics-published"
              />
              <Figure
                label={t('home.items')}
                value={number(s.dataItems)}
                to="/statistics/all/items"
                testId="statistics-items"
              />
              <Figure
                label={t('compilation.shareable')}
                value={number(s.shareable)}
                to={`${PUBLISHED}&sharingType=UNCONDITIONAL&sharingType=CONDITIONAL`}
                testId="statistics-shareable"
              />
              <Figure
                label={t('compilation.open')}
                value={number(s.byOpenType.find((x) => x.openType === 'OPEN')?.resources ?? 0)}
                to={`${PUBLISHED}&openType=OPEN`}
                testId="statistics-open"
              />
            </Figures>
            <div className="gs-columns gs-block-top">
              <Shares
                title={t('home.bySharing')}
                total={s.published}
                shares={s.bySharingType.map((x) => ({
                  key: x.sharingType,
                  name: code('sharingType', x.sharingType),
                  count: x.resources,
                  to: `${PUBLISHED}&sharingType=${x.sharingType}`,
                }))}
              />
              <Shares
                title={t('home.byOpenness')}
                total={s.published}
                shares={s.byOpenType.map((x) => ({
                  key: x.openType,
                  name: code('openType', x.openType),
                  count: x.resources,
                  to: `${PUBLISHED}&openType=${x.openType}`,
                }))}
              />
              <Remote query={libraries}>
                {(rows) => (
                  <Shares
                    title={t('home.byLibrary')}
                    total={s.published}
                    shares={rows.flatMap((row) =>
                      row.library
                        ? [
                            {
                              key: row.library.code,
                              name: row.library.name,
                              count: row.resources.value,
                              to: portalAddress(row.resources.rows),
                            },
                          ]
                        : [],
                    )}
                  />
                )}
              </Remote>
              <Shares
                title={t('home.byDepartment')}
                total={s.published}
                shares={s.byDepartment.map((x) => ({
                  key: x.department.code,
                  name: x.department.name,
                  count: x.resources,
                  to: `${PUBLISHED}&department=${x.department.code}`,
                }))}
              />
            </div>
          </>
        )}
      </Remote>
    </Panel>
  );
}

interface Share {
  key: string;
  name: string;
  count: number;
  to: string;
}

function Shares({ title, total, shares }: { title: string; total: number; shares: Share[] }) {
  const { t, number } = useTexts();
  return (
    <section>
      <h3 className="gs-subtitle">{title}</h3>
      <DataTable
        label={title}
        rows={shares}
        rowKey={(share) => share.key}
        columns={[
          { title: t('home.group'), render: (share) => share.name },
          {
            title: t('home.share'),
            className: 'gs-share',
            render: (share) => (
              <Progress
                aria-label={t('home.shareOf', { name: share.name })}
                value={total > 0 ? (100 * share.count) / total : 0}
                measureLocation={ProgressMeasureLocation.none}
                size="sm"
              />
            ),
          },
          {
            title: t('home.resources'),
            numeric: true,
            render: (share) => <Link to={share.to}>{number(share.count)}</Link>,
          },
        ]}
      />
    </section>
  );
}
