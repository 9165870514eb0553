import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Page } from '../../api/catalog';
import { query } from '../../api/client';
import { useGet } from '../../api/hooks';
import { type DomainFigures, MONITORING, type ServiceFigures } from '../../api/monitoring';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable, useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { trafficOf } from './traffic';

/** 服务监控: what every exchange service has moved. */
export function MonitoredServicesPage() {
  const texts = useTexts();
  const { t } = texts;
  const me = useUser();
  const [domain, setDomain] = useFilter('domain');
  const [running, setRunning] = useFilter('running');
  const all = may(me, 'platform');
  const domains = useGet<Page<DomainFigures>>(`${MONITORING}/domains?size=100`, { enabled: all });
  const list = useGet<Page<ServiceFigures>>(
    `${MONITORING}/services${query({ domain, size: 100 })}`,
    { every: 3_000 },
  );
  return (
    <PageFrame title={t('menu.serviceMonitor')} lead={t('serviceMonitor.lead')}>
      <div>
        <Toolbar>
          <ToolbarContent>
            {all && (
              <ToolbarItem>
                <FilterSelect
                  id="filter-domain"
                  label={t('service.domain')}
                  all={t('filter.allDomains')}
                  value={domain}
                  onChange={setDomain}
                  options={(domains.data?.items ?? []).map((d) => ({
                    value: d.code,
                    text: d.name,
                  }))}
                />
              </ToolbarItem>
            )}
            <ToolbarItem>
              <FilterSelect
                id="filter-running"
                label={t('service.state')}
                all={t('filter.allStates')}
                value={running}
                onChange={setRunning}
                options={[{ value: 'true', text: t('serviceMonitor.runningOnly') }]}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <Remote query={list}>
          {(found) => (
            <DataTable
              label={t('menu.serviceMonitor')}
              rows={found.items.filter((s) => running !== 'true' || s.state === 'DEPLOYED')}
              rowKey={(s) => s.id}
              rowTestId="service-row"
              empty={t('services.empty')}
              columns={[
                {
                  title: t('service.name'),
                  className: 'gs-name-cell',
                  render: (s) => <Link to={`/exchange/services/${s.id}`}>{s.name}</Link>,
                },
                {
                  title: t('service.state'),
                  render: (s) => <CodeLabel kind="serviceState" value={s.state} />,
                },
                {
                  title: t('serviceMonitor.lastRun'),
                  render: (s) =>
                    s.lastRun ? (
                      <Link to={`/exchange/runs/${s.lastRun.id}`}>
                        <CodeLabel kind="runState" value={s.lastRun.state} />
                      </Link>
                    ) : (
                      t('serviceMonitor.neverRun')
                    ),
                },
                ...trafficOf(texts).map(({ title, testId, text }) => ({
                  title,
                  numeric: true,
                  testId,
                  render: text,
                })),
              ]}
            />
          )}
        </Remote>
      </div>
    </PageFrame>
  );
}
