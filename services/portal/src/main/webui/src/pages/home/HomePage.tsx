import { Progress, ProgressMeasureLocation } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG, type Statistics, type Todo } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { MONITORING, type PlatformFigures } from '../../api/monitoring';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable } from '../../components/DataTable';
import { Figure, Figures, Panel } from '../../components/Facts';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';

/** 控制台: what waits for the user, and the platform in figures. */
export function HomePage() {
  const { t, code } = useTexts();
  const me = useUser();
  return (
    <PageFrame
      title={t('menu.console')}
      lead={[
        t('home.greeting', { name: me.displayName }),
        me.department?.name,
        ...me.roles.map((role) => code('role', role)),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <TodoPanel />
      <CataloguePanel />
      {may(me, 'platform') && <ExchangePanel />}
    </PageFrame>
  );
}

function TodoPanel() {
  const { t, code, number } = useTexts();
  const todo = useGet<Todo>(`${CATALOG}/todo`, { every: 15_000 });
  return (
    <Panel title={t('home.todo')} testId="todo">
      <Remote query={todo}>
        {(found) =>
          found.kinds.length === 0 ? (
            <p className="gs-quiet">{t('home.noTodo')}</p>
          ) : (
            <Figures>
              {found.kinds.map(({ kind, count }) => (
                <Figure
                  key={kind}
                  strong
                  label={code('todo', kind)}
                  value={number(count)}
                  to={`/tasks?kind=${kind}`}
                  testId={`todo-${kind}`}
                />
              ))}
            </Figures>
          )
        }
      </Remote>
    </Panel>
  );
}

function CataloguePanel() {
  const { t, code, number } = useTexts();
  const statistics = useGet<Statistics>(`${CATALOG}/statistics`);
  return (
    <Panel title={t('home.catalogue')} testId="statistics">
      <Remote query={statistics}>
        {(s) => (
          <>
            <Figures>
              <Figure
                label={t('home.published')}
                value={number(s.published)}
                to="/catalog"
                testId="statistics-published"
              />
              <Figure
                label={t('home.items')}
                value={number(s.dataItems)}
                to="/catalog"
                testId="statistics-items"
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
                  to: `/catalog?sharingType=${x.sharingType}`,
                }))}
              />
              <Shares
                title={t('home.byDepartment')}
                total={s.published}
                shares={s.byDepartment.map((x) => ({
                  key: x.department.code,
                  name: x.department.name,
                  count: x.resources,
                  to: `/catalog?department=${x.department.code}`,
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

function ExchangePanel() {
  const { t, number, bytes } = useTexts();
  const platform = useGet<PlatformFigures>(`${MONITORING}/platform`, { every: 5_000 });
  return (
    <Panel
      title={t('home.exchange')}
      actions={<Link to="/monitoring">{t('home.openMonitoring')}</Link>}
    >
      <Remote query={platform}>
        {(p) => (
          <Figures>
            <Figure
              label={t('platform.domains')}
              value={number(p.domains)}
              to="/exchange/domains"
            />
            <Figure
              label={t('platform.deployed')}
              value={number(p.deployedServices)}
              to="/monitoring/services"
            />
            <Figure
              label={t('platform.running')}
              value={number(p.runningServices)}
              to="/monitoring/services?running=true"
            />
            <Figure
              label={t('platform.receivedRows')}
              value={number(p.receivedRows)}
              to="/monitoring/services"
            />
            <Figure
              label={t('platform.receivedBytes')}
              value={bytes(p.receivedBytes)}
              to="/monitoring/services"
            />
          </Figures>
        )}
      </Remote>
    </Panel>
  );
}
