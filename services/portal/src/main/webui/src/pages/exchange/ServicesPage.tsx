import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Page } from '../../api/catalog';
import { type Domain, EXCHANGE, SERVICE_STATES, type ServiceSummary } from '../../api/exchange';
import { useDepartments, useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { SearchBox } from '../../components/SearchBox';
import { useTexts } from '../../i18n';

/** 交换服务: what is exchanged between whom. */
export function ServicesPage() {
  const { t, code } = useTexts();
  const me = useUser();
  const { departmentName } = useDepartments();
  const [domain, setDomain] = useFilter('domain');
  const [state, setState] = useFilter('state');
  const [q, setQ] = useFilter('q');
  const domains = useGet<Page<Domain>>(`${EXCHANGE}/domains?size=100`, {
    enabled: may(me, 'domains'),
  });
  return (
    <PageFrame
      title={t('menu.services')}
      lead={t('services.lead')}
      actions={
        may(me, 'design') && (
          <Button
            component={(props: object) => <Link {...props} to="/exchange/services/new" />}
            data-testid="new-service"
          >
            {t('services.new')}
          </Button>
        )
      }
    >
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox
                id="service-search"
                label={t('services.search')}
                value={q}
                onSearch={setQ}
              />
            </ToolbarItem>
            {may(me, 'domains') && (
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
                id="filter-state"
                label={t('service.state')}
                all={t('filter.allStates')}
                value={state}
                onChange={setState}
                options={SERVICE_STATES.map((s) => ({ value: s, text: code('serviceState', s) }))}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<ServiceSummary>
          path={`${EXCHANGE}/services`}
          filters={{ domain, state, q }}
          label={t('menu.services')}
          rowKey={(s) => s.id}
          rowTestId="service-row"
          empty={t('services.empty')}
          columns={[
            {
              title: t('service.name'),
              className: 'gs-name-cell',
              render: (s) => <Link to={`/exchange/services/${s.id}`}>{s.name}</Link>,
            },
            { title: t('service.code'), className: 'gs-mono', render: (s) => s.code },
            {
              title: t('service.state'),
              render: (s) => <CodeLabel kind="serviceState" value={s.state} />,
            },
            {
              title: t('service.domain'),
              render: (s) => domains.data?.items.find((d) => d.code === s.domain)?.name ?? s.domain,
            },
            { title: t('service.process'), render: (s) => s.process },
            {
              title: t('service.from'),
              narrow: true,
              render: (s) => departmentName(s.sourceDepartment),
            },
            {
              title: t('service.to'),
              narrow: true,
              render: (s) => departmentName(s.targetDepartment),
            },
            { title: t('service.mode'), narrow: true, render: (s) => code('mode', s.mode) },
          ]}
        />
      </div>
    </PageFrame>
  );
}
