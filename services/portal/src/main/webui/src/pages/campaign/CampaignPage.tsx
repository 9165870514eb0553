import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { campaignPath, type CampaignEvent } from '../../api/campaign';
import type { Campaign } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useDepartments, useVersioned } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { DataTable } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { ProgressPanel } from './ProgressPanel';

/** One campaign: what it compiles, until when, how far each department is, and what happened. */
export function CampaignPage() {
  const { id = '' } = useParams();
  const { t, date } = useTexts();
  const campaign = useVersioned<Campaign>(campaignPath(id));
  return (
    <PageFrame
      title={campaign.data?.data.name ?? t('menu.campaigns')}
      crumbs={[{ to: '/campaigns', text: t('menu.campaigns') }]}
      actions={campaign.data && <CampaignActions campaign={campaign.data} />}
    >
      <Remote query={campaign}>
        {({ data }) => (
          <>
            <Panel title={t('campaign.name')}>
              <Facts
                facts={[
                  [t('campaign.library'), data.category.name],
                  [t('campaign.leadDepartment'), data.leadDepartment.name],
                  [t('campaign.closed'), date(data.closedAt)],
                  [t('item.description'), data.description],
                ]}
              />
            </Panel>
            <Batches campaign={data} />
            <ProgressPanel campaign={data} />
            <History campaign={data} />
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function CampaignActions({ campaign }: { campaign: Versioned<Campaign> }) {
  const { t } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const { id, name, closedAt } = campaign.data;
  return (
    <>
      {may(me, 'edit') && <Link to={`/proposals?campaign=${id}`}>{t('campaign.proposals')}</Link>}
      <Link to={`/campaigns/${id}/resources`}>{t('campaign.resources')}</Link>
      <Link to={`/campaigns/${id}/evidence`}>{t('campaign.evidence')}</Link>
      {may(me, 'manage') && !closedAt && (
        <Link to={`/campaigns/${id}/edit`} data-testid="change-campaign">
          {t('campaign.change')}
        </Link>
      )}
      {may(me, 'manage') && !closedAt && (
        <ConfirmButton
          text={t('campaign.close')}
          title={t('campaign.close')}
          question={t('campaign.closeQuestion', { name })}
          variant="secondary"
          danger
          action={async () => {
            await send('POST', `${campaignPath(id)}/closure`, undefined, campaign.version);
            await queries.invalidateQueries();
          }}
        />
      )}
    </>
  );
}

function Batches({ campaign }: { campaign: Campaign }) {
  const { t, code, number, date } = useTexts();
  return (
    <Panel title={t('campaign.batches')}>
      <DataTable
        label={t('campaign.batches')}
        rows={campaign.batches}
        rowKey={(batch) => String(batch.number)}
        rowTestId="batch-row"
        empty={t('campaign.noBatches')}
        columns={[
          {
            title: t('campaign.batch'),
            numeric: true,
            narrow: true,
            render: (batch) => number(batch.number),
          },
          { title: t('campaign.batchName'), render: (batch) => batch.name },
          { title: code('campaignStep', 'PLAN'), render: (batch) => date(batch.planUntil) },
          { title: code('campaignStep', 'SURVEY'), render: (batch) => date(batch.surveyUntil) },
          { title: code('campaignStep', 'GENERATE'), render: (batch) => date(batch.generateUntil) },
          { title: code('campaignStep', 'REVIEW'), render: (batch) => date(batch.reviewUntil) },
        ]}
      />
    </Panel>
  );
}

function History({ campaign }: { campaign: Campaign }) {
  const { t, code, time } = useTexts();
  const { departmentName } = useDepartments();
  return (
    <Panel title={t('campaign.history')}>
      <PagedTable<CampaignEvent>
        path={`${campaignPath(campaign.id)}/history`}
        list="history."
        label={t('campaign.history')}
        rowKey={(_, index) => String(index)}
        rowTestId="event-row"
        empty={t('campaign.noHistory')}
        columns={[
          { title: t('history.at'), narrow: true, render: (event) => time(event.at) },
          { title: t('history.action'), render: (event) => code('campaignAction', event.action) },
          { title: t('campaign.step'), render: (event) => code('campaignStep', event.step) },
          {
            title: t('resource.department'),
            render: (event) => departmentName(event.department),
          },
          { title: t('history.actor'), render: (event) => event.actor },
          { title: t('field.remark'), render: (event) => event.remark },
        ]}
      />
    </Panel>
  );
}
