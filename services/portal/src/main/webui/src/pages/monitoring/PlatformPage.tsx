import { Link } from 'react-router';
import type { Page } from '../../api/catalog';
import { useDepartments, useGet } from '../../api/hooks';
import {
  type DomainFigures,
  MONITORING,
  type NodeHealth,
  type PlatformFigures,
} from '../../api/monitoring';
import { DataTable } from '../../components/DataTable';
import { Figure, Figures, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { trafficOf } from './traffic';

/** 平台监控: the whole platform, each domain and each node, live. */
export function PlatformPage() {
  const texts = useTexts();
  const { t, number, time } = texts;
  const traffic = trafficOf(texts);
  const { departmentName } = useDepartments();
  const platform = useGet<PlatformFigures>(`${MONITORING}/platform`, { every: 3_000 });
  const domains = useGet<Page<DomainFigures>>(`${MONITORING}/domains?size=100`, { every: 3_000 });
  const nodes = useGet<Page<NodeHealth>>(`${MONITORING}/nodes?size=100`, { every: 5_000 });
  return (
    <PageFrame title={t('menu.platform')} lead={t('platform.lead')}>
      <Panel title={t('platform.title')} testId="platform-figures">
        <Remote query={platform}>
          {(p) => (
            <Figures>
              <Figure
                label={t('platform.domains')}
                value={number(p.domains)}
                to="/exchange/domains"
                testId="figure-domains"
              />
              <Figure
                label={t('platform.deployed')}
                value={number(p.deployedServices)}
                to="/monitoring/services"
                testId="figure-deployed"
              />
              <Figure
                label={t('platform.running')}
                value={number(p.runningServices)}
                to="/monitoring/services?running=true"
                testId="figure-running"
              />
              {traffic.map(({ name, title, testId, text }) => (
                <Figure
                  key={name}
                  label={title}
                  value={text(p)}
                  to="/monitoring/services"
                  testId={`figure-${testId}`}
                />
              ))}
            </Figures>
          )}
        </Remote>
      </Panel>
      <Panel title={t('platform.byDomain')}>
        <Remote query={domains}>
          {(found) => (
            <DataTable
              label={t('platform.byDomain')}
              rows={found.items}
              rowKey={(d) => d.code}
              rowTestId="domain-row"
              empty={t('platform.noDomains')}
              columns={[
                {
                  title: t('domain.name'),
                  narrow: true,
                  render: (d) => (
                    <Link to={`/monitoring/services?domain=${encodeURIComponent(d.code)}`}>
                      {d.name}
                    </Link>
                  ),
                },
                {
                  title: t('platform.health'),
                  render: (d) => <CodeLabel kind="health" value={d.health} />,
                },
                {
                  title: t('platform.processes'),
                  numeric: true,
                  render: (d) => (
                    <Link to={`/exchange/services?domain=${encodeURIComponent(d.code)}`}>
                      {number(d.processes)}
                    </Link>
                  ),
                },
                {
                  title: t('platform.deployed'),
                  numeric: true,
                  render: (d) => (
                    <Link to={`/monitoring/services?domain=${encodeURIComponent(d.code)}`}>
                      {number(d.deployedServices)}
                    </Link>
                  ),
                },
                {
                  title: t('platform.running'),
                  numeric: true,
                  render: (d) => (
                    <Link
                      to={`/monitoring/services?domain=${encodeURIComponent(d.code)}&running=true`}
                    >
                      {number(d.runningServices)}
                    </Link>
                  ),
                },
                ...traffic.map(({ title, text }) => ({
                  title,
                  numeric: true,
                  // The services that the figure is the sum of.
                  render: (d: DomainFigures) => (
                    <Link to={`/monitoring/services?domain=${encodeURIComponent(d.code)}`}>
                      {text(d)}
                    </Link>
                  ),
                })),
              ]}
            />
          )}
        </Remote>
      </Panel>
      <Panel title={t('platform.nodes')}>
        <Remote query={nodes}>
          {(found) => (
            <DataTable
              label={t('platform.nodes')}
              rows={found.items}
              rowKey={(n) => n.code}
              rowTestId="node-row"
              empty={t('nodes.empty')}
              columns={[
                {
                  title: t('node.name'),
                  render: (n) => <Link to={`/exchange/nodes/${n.code}`}>{n.name}</Link>,
                },
                {
                  title: t('platform.health'),
                  render: (n) => (
                    <CodeLabel kind="nodeHealth" value={n.health} testId="node-health" />
                  ),
                },
                { title: t('node.department'), render: (n) => departmentName(n.department) },
                { title: t('node.agentVersion'), render: (n) => n.agentVersion ?? '—' },
                { title: t('node.lastSeen'), narrow: true, render: (n) => time(n.lastSeen) },
              ]}
            />
          )}
        </Remote>
      </Panel>
    </PageFrame>
  );
}
