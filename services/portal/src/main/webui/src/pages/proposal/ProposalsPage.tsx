import {
  Alert,
  Button,
  Checkbox,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { PROPOSAL_STATES, type Proposal, PROPOSALS } from '../../api/proposal';
import { type Column, useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { SearchBox } from '../../components/SearchBox';
import { query } from '../../api/client';
import { useTexts } from '../../i18n';
import { AcceptChosen } from './AcceptChosen';
import { ProposalResult } from './ProposalResult';

/** 库表生成: tables put forward as entries, each accepted or not. */
export function ProposalsPage() {
  const { t, code, number } = useTexts();
  const [q, setQ] = useFilter('q');
  const [state, setState] = useFilter('state');
  const [campaign, setCampaign] = useFilter('campaign');
  const made = (useLocation().state as { made?: Record<string, number> } | null)?.made;
  const [chosen, setChosen] = useState<Map<string, Proposal>>(new Map());
  const choose = (proposal: Proposal, on: boolean) =>
    setChosen((old) => {
      const next = new Map(old);
      if (on) next.set(proposal.id, proposal);
      else next.delete(proposal.id);
      return next;
    });
  const columns: Column<Proposal>[] = [
    {
      title: t('field.choose'),
      narrow: true,
      render: (p) =>
        p.state === 'OPEN' && (
          <Checkbox
            id={`choose-${p.id}`}
            aria-label={t('proposal.select', { name: p.name })}
            isChecked={chosen.has(p.id)}
            onChange={(_, on) => choose(p, on)}
          />
        ),
    },
    {
      title: t('proposal.name'),
      className: 'gs-name-cell',
      render: (p) => <Link to={`/proposals/${p.id}`}>{p.name}</Link>,
    },
    {
      title: t('proposal.table'),
      className: 'gs-mono',
      render: (p) => `${p.sourceSchema}.${p.sourceTable}`,
    },
    { title: t('proposal.origin'), render: (p) => p.node ?? code('proposalOrigin', p.origin) },
    {
      title: t('proposal.items'),
      numeric: true,
      render: (p) => (
        <Link to={`/proposals/${p.id}`}>
          {t('proposal.itemsOf', {
            included: number(p.items.filter((item) => item.included).length),
            all: number(p.items.length),
          })}
        </Link>
      ),
    },
    {
      title: t('proposal.state'),
      narrow: true,
      render: (p) => <CodeLabel kind="proposalState" value={p.state} />,
    },
    { title: t('proposal.result'), render: (p) => <ProposalResult proposal={p} /> },
  ];
  return (
    <PageFrame
      title={t('menu.proposals')}
      lead={t('proposal.lead')}
      actions={
        <Button
          component={(props: object) => (
            <Link {...props} to={`/proposals/new${query({ campaign })}`} />
          )}
        >
          {t('proposal.new')}
        </Button>
      }
    >
      <div>
        {made && (
          <Alert
            component="p"
            isInline
            variant="success"
            variantLabel={t('alert.info')}
            title={t('proposal.made', made)}
          />
        )}
        {campaign && (
          <Alert
            component="p"
            isInline
            isPlain
            variant="info"
            title={t('proposal.ofCampaign')}
            actionLinks={
              <Button variant="link" isInline onClick={() => setCampaign('')}>
                {t('runs.showAll')}
              </Button>
            }
          />
        )}
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox
                id="proposal-search"
                label={t('proposal.search')}
                value={q}
                onSearch={setQ}
              />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="filter-state"
                label={t('proposal.state')}
                all={t('filter.allStates')}
                value={state}
                options={PROPOSAL_STATES.map((value) => ({
                  value,
                  text: code('proposalState', value),
                }))}
                onChange={setState}
              />
            </ToolbarItem>
            <ToolbarItem>
              <AcceptChosen chosen={[...chosen.values()]} done={() => setChosen(new Map())} />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Proposal>
          path={PROPOSALS}
          filters={{ q, state, campaign }}
          label={t('menu.proposals')}
          rowKey={(p) => p.id}
          rowTestId="proposal-row"
          empty={t('proposal.empty')}
          columns={columns}
        />
      </div>
    </PageFrame>
  );
}
