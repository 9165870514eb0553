import { Alert, Button } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import type { Page } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import {
  type Domain,
  EXCHANGE,
  type ExchangeGrant,
  type Run,
  type ServiceDetail,
  type ServiceEnd,
} from '../../api/exchange';
import { useDepartments, useGet, useVersioned } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { BacklogAlarm, ServiceEventsPanel } from './EventsPanel';
import { ParkedPanel } from './ParkedPanel';
import { ParkedReader } from './ParkedReader';
import { ServiceReconciliationsPanel } from './ReconciliationsPanel';
import { ResendDialog } from './ResendDialog';
import { RunsTable } from './RunsTable';
import { SchedulePanel } from './SchedulePanel';
import { ServicePlan } from './ServicePlan';
import { TrialPanel } from './TrialPanel';
import { VersionsPanel } from './VersionsPanel';

/** One exchange service: its ends, its mapping, its runs, and starting one. */
export function ServicePage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const service = useVersioned<ServiceDetail>(`${EXCHANGE}/services/${id}`);
  if (service.data === undefined) {
    return (
      <PageFrame
        title={t('service.one')}
        crumbs={[{ to: '/exchange/services', text: t('menu.services') }]}
      >
        <Remote query={service}>{() => null}</Remote>
      </PageFrame>
    );
  }
  return <ServiceBody service={service.data} />;
}

function ServiceBody({ service }: { service: Versioned<ServiceDetail> }) {
  const { t, code, time } = useTexts();
  const me = useUser();
  const { departmentName } = useDepartments();
  const s = service.data;
  const runs = useGet<Page<Run>>(`${EXCHANGE}/runs?service=${s.id}&size=5`, { every: 2_000 });
  const domains = useGet<Page<Domain>>(`${EXCHANGE}/domains?size=100`, {
    enabled: may(me, 'domains'),
  });
  const grant = useGet<ExchangeGrant>(`${EXCHANGE}/grants/${s.grantId}`, {
    enabled: may(me, 'design') || may(me, 'operate'),
  });
  const end = (e: ServiceEnd, department: string): [string, React.ReactNode][] => [
    [t('node.department'), departmentName(department)],
    [t('node.code'), <span className="gs-mono">{e.node}</span>],
    [t('node.dataSource'), <span className="gs-mono">{e.dataSource}</span>],
    [t('node.table'), <span className="gs-mono">{`${e.schema}.${e.table}`}</span>],
    [t('service.keyColumns'), <span className="gs-mono">{e.keyColumns?.join(', ') || '—'}</span>],
    ...(e.watermarkColumn
      ? ([[t('service.watermark'), <span className="gs-mono">{e.watermarkColumn}</span>]] as [
          string,
          React.ReactNode,
        ][])
      : []),
  ];
  return (
    <PageFrame
      title={s.name}
      label={<CodeLabel kind="serviceState" value={s.state} testId="service-state" />}
      lead={t('service.leadOf', { code: s.code, process: s.process })}
      crumbs={[{ to: '/exchange/services', text: t('menu.services') }]}
      actions={<ServiceActions service={service} runs={runs.data?.items ?? []} />}
    >
      {s.stopReason && (
        <Alert
          isInline
          variant="warning"
          variantLabel={t('alert.warning')}
          title={t('service.stopped', { reason: code('stopReason', s.stopReason) })}
        />
      )}
      <BacklogAlarm service={s.id} />
      <div className="gs-ends">
        <Panel title={t('service.source')}>
          <Facts columns={2} facts={end(s.source, s.sourceDepartment)} />
        </Panel>
        <Panel title={t('service.target')}>
          <Facts columns={2} facts={end(s.target, s.targetDepartment)} />
        </Panel>
      </div>
      <Panel title={t('service.basics')}>
        <Facts
          facts={[
            [
              t('service.domain'),
              domains.data?.items.find((d) => d.code === s.domain)?.name ?? s.domain,
            ],
            [t('service.process'), s.process],
            [t('service.mode'), code('mode', s.mode)],
            [t('service.suite'), code('suite', s.suite)],
            [
              t('service.grant'),
              may(me, 'grants') ? (
                <Link to={`/grants/${s.grantId}`}>{t('request.openGrant')}</Link>
              ) : (
                <span className="gs-mono">{s.grantId}</span>
              ),
            ],
            [t('service.createdBy'), s.createdBy],
            [t('service.createdAt'), time(s.createdAt)],
          ]}
        />
      </Panel>
      <Panel
        title={t('service.recentRuns')}
        actions={
          <>
            {may(me, 'operate') && <ResendDialog service={s} />}
            <Link to={`/exchange/runs?service=${s.id}`}>{t('service.allRuns')}</Link>
          </>
        }
      >
        <Remote query={runs}>
          {(found) => (
            <RunsTable runs={found.items} offset={0} empty={t('service.noRuns')} ofOneService />
          )}
        </Remote>
      </Panel>
      <ServicePlan service={s} grant={grant.data} />
      <ParkedPanel of="services" id={s.id} captures={s.mode === 'CAPTURE'} />
      <ParkedReader service={s} />
      <ServiceReconciliationsPanel service={s} />
      <TrialPanel service={s} />
      <SchedulePanel service={s.id} />
      <ServiceEventsPanel service={s.id} />
      <VersionsPanel service={service} />
    </PageFrame>
  );
}

function ServiceActions({ service, runs }: { service: Versioned<ServiceDetail>; runs: Run[] }) {
  const { t } = useTexts();
  const me = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const s = service.data;
  const path = `${EXCHANGE}/services/${s.id}`;
  const live = runs.some((run) => ['REQUESTED', 'RUNNING', 'PAUSED'].includes(run.state));
  const operates = may(me, 'operate');
  const stopped = s.state !== 'DEPLOYED';
  const begins = s.mode === 'CAPTURE' ? 'service.startAnew' : 'service.startOver';
  const after = (where: string) => async () => {
    await send('POST', `${path}/${where}`, undefined, service.version);
    await queries.invalidateQueries();
  };
  const start = (how: string) => async () => {
    const { data, location } = await send<{ id?: string } | undefined>(
      'POST',
      `${path}/runs${how}`,
    );
    await queries.invalidateQueries();
    const run = data?.id ?? location?.split('/').pop();
    if (run) {
      await navigate(`/exchange/runs/${run}`);
    }
  };
  const hindered = !operates
    ? t('service.startNeedsRole')
    : stopped
      ? t('service.startNeedsDeployed')
      : live
        ? t('service.startWhileRunning')
        : null;
  return (
    <>
      {may(me, 'design') && (
        <Button
          variant="secondary"
          component={(props: object) => <Link {...props} to={`/exchange/services/${s.id}/edit`} />}
          data-testid="edit-service"
        >
          {t('action.edit')}
        </Button>
      )}
      <ConfirmButton
        text={t('service.start')}
        title={t('service.start')}
        question={t('service.startQuestion', { name: s.name })}
        reason={hindered}
        testId="start-run"
        action={start('')}
      />
      {s.mode !== 'FULL' && (
        <ConfirmButton
          text={t(begins)}
          title={t(begins)}
          question={t(`${begins}Question`, { name: s.name })}
          variant="secondary"
          reason={hindered}
          testId="start-anew"
          action={start('?anew=true')}
        />
      )}
      {operates &&
        (stopped ? (
          <ConfirmButton
            text={t('service.resume')}
            title={t('service.resume')}
            question={t('service.resumeQuestion')}
            variant="secondary"
            action={after('resumption')}
          />
        ) : (
          <ConfirmButton
            text={t('service.suspend')}
            title={t('service.suspend')}
            question={t('service.suspendQuestion')}
            variant="secondary"
            danger
            action={after('suspension')}
          />
        ))}
    </>
  );
}
