import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { campaignPath, type Progress } from '../../api/campaign';
import type { Campaign, Participant } from '../../api/catalog';
import { send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { type Column, DataTable, Pager, usePaging } from '../../components/DataTable';
import { Figure, Figures, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { Remote } from '../../components/Remote';
import { type TextKey, useTexts } from '../../i18n';
import { rowsOf, WORK } from './work';

/** How far each department is; reporting and accepting its step. */
export function ProgressPanel({ campaign }: { campaign: Campaign }) {
  const { t, code, number, date } = useTexts();
  const { page, size } = usePaging(20);
  const progress = useGet<Progress>(
    `${campaignPath(campaign.id)}/progress?page=${page}&size=${size}`,
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
      render: (p: Participant) => (
        <Link to={rowsOf(name, campaign.id, p.department.code)}>{number(p.work[name])}</Link>
      ),
    })),
    {
      title: t('campaign.actions'),
      narrow: true,
      render: (p) => <ParticipantActions campaign={campaign} participant={p} />,
    },
  ];
  return (
    <Panel title={t('campaign.progress')}>
      <Remote query={progress}>
        {({ departments, steps, accepted, overdue }) => (
          <>
            <Figures>
              {steps.map(({ step, departments: count }) => (
                <Figure
                  key={step}
                  label={t('campaign.inStep', { step: code('campaignStep', step) })}
                  value={number(count)}
                />
              ))}
              <Figure label={t('campaign.acceptedAll')} value={number(accepted)} />
              <Figure label={t('campaign.overdueAll')} value={number(overdue)} />
            </Figures>
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
    const path = `${campaignPath(campaign.id)}/participants/${p.department.code}/${where}`;
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
