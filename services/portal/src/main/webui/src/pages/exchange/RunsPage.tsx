import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Page } from '../../api/catalog';
import { query } from '../../api/client';
import { EXCHANGE, type Run, RUN_STATES } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { Pager, useFilter, usePaging } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { RunsTable } from './RunsTable';

/** 运行: every execution, live. */
export function RunsPage() {
  const { t, code } = useTexts();
  const [service] = useFilter('service');
  const [state, setState] = useFilter('state');
  const { page, size } = usePaging();
  const list = useGet<Page<Run>>(`${EXCHANGE}/runs${query({ service, state, page, size })}`, {
    every: 2_000,
  });
  return (
    <PageFrame title={t('menu.runs')} lead={t('runs.lead')}>
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <FilterSelect
                id="filter-state"
                label={t('run.state')}
                all={t('filter.allStates')}
                value={state}
                onChange={setState}
                options={RUN_STATES.map((s) => ({ value: s, text: code('runState', s) }))}
              />
            </ToolbarItem>
            {service && (
              <ToolbarItem alignSelf="center">
                {t('runs.ofOneService')} <Link to="/exchange/runs">{t('runs.showAll')}</Link>
              </ToolbarItem>
            )}
          </ToolbarContent>
        </Toolbar>
        <Remote query={list}>
          {(found) => (
            <>
              <RunsTable runs={found.items} offset={page * size} empty={t('runs.empty')} />
              <Pager total={found.total} />
            </>
          )}
        </Remote>
      </div>
    </PageFrame>
  );
}
