import { Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { query } from '../../api/client';
import type { ProposalsMade } from '../../api/proposal';
import { useUser } from '../../app/user';
import { useFilter } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';
import { CampaignField } from '../campaign/CampaignField';
import { DdlForm } from './DdlForm';
import { InventoryForm } from './InventoryForm';

/** Reads tables from a script or from a node, for a campaign or for none. */
export function NewProposalPage() {
  const { t } = useTexts();
  const me = useUser();
  const navigate = useNavigate();
  const [campaign, setCampaign] = useFilter('campaign');
  const [tab, setTab] = useState<string | number>('ddl');
  const made = async ({ proposals, ignored, skipped }: ProposalsMade) => {
    await navigate(`/proposals${query({ campaign, state: 'OPEN' })}`, {
      state: { made: { count: proposals.length, ignored, skipped } },
    });
  };
  return (
    <PageFrame
      title={t('proposal.new')}
      lead={t('proposal.newLead')}
      crumbs={[{ to: '/proposals', text: t('menu.proposals') }]}
    >
      <Panel title={t('proposal.campaign')}>
        <CampaignField
          id="campaign"
          label={t('proposal.campaign')}
          value={campaign}
          none={t('proposal.noCampaign')}
          department={me.department?.code}
          onChange={setCampaign}
        />
      </Panel>
      <Panel title={t('proposal.source')}>
        <Tabs
          activeKey={tab}
          onSelect={(_, key) => setTab(key)}
          aria-label={t('proposal.source')}
          mountOnEnter
        >
          <Tab eventKey="ddl" title={<TabTitleText>{t('proposal.fromDdl')}</TabTitleText>}>
            <DdlForm campaign={campaign} made={made} />
          </Tab>
          <Tab eventKey="node" title={<TabTitleText>{t('proposal.fromNode')}</TabTitleText>}>
            <InventoryForm campaign={campaign} made={made} />
          </Tab>
        </Tabs>
      </Panel>
    </PageFrame>
  );
}
