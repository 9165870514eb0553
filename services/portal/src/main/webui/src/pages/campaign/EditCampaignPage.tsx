import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { campaignPath, type Progress } from '../../api/campaign';
import type { Campaign, Participant } from '../../api/catalog';
import { get, send } from '../../api/client';
import { useVersioned } from '../../api/hooks';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { CampaignPlanForm } from './CampaignPlanForm';
import { begunIn, draftOf } from './campaignForm';

/** Changes the plan of a campaign that goes on: its days, its batches and who takes part. */
export function EditCampaignPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const navigate = useNavigate();
  const path = campaignPath(id);
  const campaign = useVersioned<Campaign>(path, { fresh: true });
  const participants = useQuery({
    queryKey: ['fresh', path, 'participants'],
    queryFn: () => allParticipants(path),
    gcTime: 0,
  });
  const name = campaign.data?.data.name ?? t('menu.campaigns');
  return (
    <PageFrame
      title={t('campaign.changeOf', { name })}
      lead={t('campaign.changeLead')}
      crumbs={[
        { to: '/campaigns', text: t('menu.campaigns') },
        { to: `/campaigns/${id}`, text: name },
      ]}
    >
      <Remote query={campaign}>
        {({ data, version }) => (
          <Remote query={participants}>
            {(all) => (
              <CampaignPlanForm
                key={version}
                initial={draftOf(data, all)}
                begun={begunIn(all)}
                text={t('campaign.saveChange')}
                back={`/campaigns/${id}`}
                testId="change-campaign"
                save={async (input) => {
                  await send('PUT', path, input, version);
                  await navigate(`/campaigns/${id}`);
                }}
              />
            )}
          </Remote>
        )}
      </Remote>
    </PageFrame>
  );
}

/** Every department that takes part: one that were left out would be taken out. */
async function allParticipants(path: string): Promise<Participant[]> {
  const found: Participant[] = [];
  for (let page = 0; ; page += 1) {
    const { departments } = await get<Progress>(`${path}/progress?page=${page}&size=100`);
    found.push(...departments.items);
    if (found.length >= departments.total || departments.items.length === 0) {
      return found;
    }
  }
}
