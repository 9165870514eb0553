import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { type Campaign, type CampaignProgress, CATALOG, type Participant } from '../../api/catalog';
import { send } from '../../api/client';
import { useGet, useVersioned } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { type Column, DataTable, Pager, usePaging } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { type TextKey, useTexts } from '../../i18n';

const WORK = [
  'functions',
  'systems',
  'evidence',
  'drafts',
  'inReview',
  'registered',
  'published',
] as const satisfies (keyof Participant['work'])[];

/** One campaign: what it compiles, and how far each department is. */
export function CampaignPage() {
  const { id = '' } = useParams();
  const { t, date } = useTexts();
  const campaign = useVersioned<Campaign>(`${CATALOG}/campaigns/${id}`);
  return (
    <PageFrame
      title={campaign.data?.data.name ?? t('menu.campaigns')}
      crumbs={[{ to: '/campaigns', text: t('menu.campaigns') }]}
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
            <ProgressPanel campaign={data} />
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function ProgressPanel({ campaign }: { campaign: Campaign }) {
  const { t, code, number, date } = useTexts();
  const { page, size } = usePaging(20);
  const progress = useGet<CampaignProgress>(
    `${CATALOG}/campaigns/${campaign.id}/progress?page=${page}&size=${size}`,
  );
  const columns: Column<Participant>[] = [
    { title: t('resource.department'), render: (p) => p.department.name },
    { title: t('campaign.batch'), numeric: true, render: (p) => number(p.batch) },
    { title: t('campaign.step'), render: (p) => code('campaignStep', p.step) },
    {
      title: t('campaign.status'),
      render: (p) => (
        <>
          <CodeLabel kind="stepStatus" value={p.status} /> {p.overdue && t('campaign.overdue')}
        </>
      ),
    },
    { title: t('campaign.until'), narrow: true, render: (p) => date(p.until) },
    ...WORK.map((name) => ({
      title: t(`campaign.${name}` as TextKey),
      numeric: true,
      render: (p: Participant) => number(p.work[name]),
    })),
    {
      title: t('action.edit'),
      narrow: true,
      render: (p) => <ParticipantActions campaign={campaign} participant={p} />,
    },
  ];
  return (
    <Panel title={t('campaign.progress')}>
      <Remote query={progress}>
        {({ departments }) => (
          <>
            <DataTable
              label={t('campaign.progress')}
              columns={columns}
              rows={departments.items}
              rowKey={(p) => p.department.code}
              rowTestId="participant-row"
            />
            <Pager total={departments.total} defaultSize={20} />
          </>
        )}
      </Remote>
    </Panel>
  );
}

function ParticipantActions({
  campaign,
  participant: p,
}: {
  campaign: Campaign;
  participant: Participant;
}) {
  const { t } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const post = async (where: string, body: unknown) => {
    const path = `${CATALOG}/campaigns/${campaign.id}/participants/${p.department.code}/${where}`;
    await send('POST', path, body, `"${p.revision}"`);
    await queries.invalidateQueries();
  };
  const department = p.department.name;
  const reports =
    may(me, 'edit') &&
    p.department.code === me.department?.code &&
    (p.status === 'WORKING' || p.status === 'RETURNED');
  const accepts =
    p.status === 'REPORTED' &&
    (me.roles.includes('catalog-publisher') ||
      (me.roles.includes('department-reviewer') &&
        campaign.leadDepartment.code === me.department?.code));
  return (
    <>
      {reports && (
        <ConfirmButton
          text={t('campaign.report')}
          title={t('campaign.report')}
          question={t('campaign.reportQuestion')}
          remark="required"
          variant="link"
          action={(remark) => post('report', { remark })}
        />
      )}
      {accepts && (
        <>
          <ConfirmButton
            text={t('campaign.accept')}
            title={t('campaign.accept')}
            question={t('campaign.acceptQuestion', { department })}
            remark="optional"
            variant="link"
            action={(remark) => post('acceptance', { decision: 'ACCEPT', remark: remark || null })}
          />
          <ConfirmButton
            text={t('campaign.return')}
            title={t('campaign.return')}
            question={t('campaign.returnQuestion', { department })}
            remark="required"
            variant="link"
            action={(remark) => post('acceptance', { decision: 'RETURN', remark })}
          />
        </>
      )}
    </>
  );
}
