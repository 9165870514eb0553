import { useNavigate } from 'react-router';
import { type Campaign, CATALOG } from '../../api/catalog';
import { send } from '../../api/client';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';
import { CampaignPlanForm } from './CampaignPlanForm';
import { emptyDraft } from './campaignForm';

/** Begins a campaign: its library and lead, its batches with their days, and who takes part. */
export function NewCampaignPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  return (
    <PageFrame title={t('campaign.new')} crumbs={[{ to: '/campaigns', text: t('menu.campaigns') }]}>
      <CampaignPlanForm
        initial={emptyDraft()}
        text={t('campaign.begin')}
        back="/campaigns"
        testId="begin-campaign"
        save={async (input) => {
          const { data } = await send<Campaign>('POST', `${CATALOG}/campaigns`, input);
          await navigate(`/campaigns/${data.id}`);
        }}
      />
    </PageFrame>
  );
}
