import { Button } from '@patternfly/react-core';
import { Link } from 'react-router';
import { type Campaign, CATALOG } from '../../api/catalog';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';

/** 目录编制: the campaigns the user may see. */
export function CampaignsPage() {
  const { t, number, date } = useTexts();
  const me = useUser();
  return (
    <PageFrame
      title={t('menu.campaigns')}
      lead={t('campaign.lead')}
      actions={
        may(me, 'manage') && (
          <Button component={(props: object) => <Link {...props} to="/campaigns/new" />}>
            {t('campaign.new')}
          </Button>
        )
      }
    >
      <PagedTable<Campaign>
        path={`${CATALOG}/campaigns`}
        label={t('menu.campaigns')}
        rowKey={(campaign) => campaign.id}
        rowTestId="campaign-row"
        empty={t('campaign.empty')}
        columns={[
          {
            title: t('campaign.name'),
            className: 'gs-name-cell',
            render: (campaign) => <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link>,
          },
          { title: t('campaign.library'), render: (campaign) => campaign.category.name },
          {
            title: t('campaign.leadDepartment'),
            render: (campaign) => campaign.leadDepartment.name,
          },
          {
            title: t('campaign.participants'),
            numeric: true,
            render: (campaign) => number(campaign.participants),
          },
          {
            title: t('campaign.closed'),
            narrow: true,
            render: (campaign) => date(campaign.closedAt),
          },
        ]}
      />
    </PageFrame>
  );
}
