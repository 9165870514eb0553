import { Link } from 'react-router';
import { CATALOG, type Todo } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { MONITORING, type PlatformFigures } from '../../api/monitoring';
import { isSeparated, may } from '../../app/access';
import { useUser } from '../../app/user';
import { Figure, Figures, Panel } from '../../components/Facts';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { CataloguePanel } from './CataloguePanel';

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
      {isSeparated(me) && <SeparatedPanel />}
      {may(me, 'business') && <TodoPanel />}
      {may(me, 'published') && <CataloguePanel />}
      {may(me, 'platform') && <ExchangePanel />}
    </PageFrame>
  );
}

/** Says why the console of the 三员 is empty. */
function SeparatedPanel() {
  const { t } = useTexts();
  return (
    <Panel title={t('home.separated')} testId="separated">
      <p>{t('home.separatedDetail')}</p>
    </Panel>
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
