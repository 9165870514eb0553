import { ProgressStep, ProgressStepper } from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import {
  type AccessRequest,
  CATALOG,
  type Page,
  type RequestTransition,
  type Step,
} from '../../api/catalog';
import type { Versioned } from '../../api/client';
import { useGet, useVersioned } from '../../api/hooks';
import { useUser } from '../../app/user';
import { DataTable } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { Advices } from './Advices';
import { EntryLink } from '../reference/EntryValue';
import { Deadlines } from './Deadlines';
import { RequestActions } from './RequestActions';

/** One request: who asks for what and why, how far it is, and the user's decision on it. */
export function RequestPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const request = useVersioned<AccessRequest>(`${CATALOG}/requests/${id}`);
  if (request.data === undefined) {
    return (
      <PageFrame title={t('request.one')}>
        <Remote query={request}>{() => null}</Remote>
      </PageFrame>
    );
  }
  return <RequestBody request={request.data} />;
}

function RequestBody({ request }: { request: Versioned<AccessRequest> }) {
  const { t, code, date, number, time } = useTexts();
  const me = useUser();
  const r = request.data;
  const mine = me.roles.includes('requester') && r.requesterDepartment.code === me.department?.code;
  return (
    <PageFrame
      title={t('request.titleOf', { name: r.resource.name })}
      label={<CodeLabel kind="requestState" value={r.state} testId="request-state" />}
      crumbs={[
        mine
          ? { to: '/requests', text: t('menu.myRequests') }
          : { to: '/approvals', text: t('menu.approvals') },
      ]}
      actions={<RequestActions request={request} />}
    >
      <Panel title={t('request.progress')}>
        <Timeline request={r} />
        <Deadlines clocks={r.clocks} />
        <Advices advices={r.advices} />
      </Panel>
      <Panel title={t('request.content')}>
        <Facts
          facts={[
            [t('resource.name'), <Link to={`/catalog/${r.resource.id}`}>{r.resource.name}</Link>],
            [t('resource.identifier'), <span className="gs-mono">{r.resource.identifier}</span>],
            [t('request.provider'), r.providerDepartment.name],
            [
              t('request.requester'),
              t('text.aside', { text: r.requesterDepartment.name, aside: r.requestedBy }),
            ],
            [t('request.frequency'), code('updateFrequency', r.frequency)],
            [t('request.method'), code('sharingMethod', r.method)],
            [t('request.validUntil'), date(r.validUntil)],
            [
              t('request.grant'),
              r.grantId && <Link to={`/grants/${r.grantId}`}>{t('request.openGrant')}</Link>,
            ],
          ]}
        />
        <Facts
          columns={1}
          facts={[
            [t('request.purpose'), r.purpose],
            [t('request.legalBasis'), r.legalBasis],
            [
              t('request.document'),
              r.legalBasisId && <EntryLink key="document" kind="documents" id={r.legalBasisId} />,
            ],
            [t('request.scenario'), r.scenario],
            [t('request.rowFilter'), r.rowFilter],
            [t('request.conditions'), r.conditions],
          ]}
        />
      </Panel>
      <Panel title={t('request.itemsCount', { count: number(r.items.length) })}>
        <DataTable
          label={t('resource.items')}
          rows={r.items}
          rowKey={(i) => i.id}
          rowTestId="item-row"
          columns={[
            {
              title: t('column.number'),
              numeric: true,
              narrow: true,
              render: (_, i) => number(i + 1),
            },
            { title: t('item.name'), render: (i) => i.name },
            { title: t('item.fieldName'), className: 'gs-mono', render: (i) => i.fieldName ?? '—' },
            { title: t('item.dataType'), render: (i) => code('dataType', i.dataType) },
            {
              title: t('resource.sharingType'),
              render: (i) => <CodeLabel kind="sharingType" value={i.sharingType} />,
            },
            {
              title: t('request.outcome'),
              render: (i) => [code('itemOutcome', i.outcome), i.reason].filter(Boolean).join(' · '),
            },
          ]}
        />
      </Panel>
      {r.objections && r.objections.length > 0 && (
        <Panel title={t('request.objections')}>
          <Facts
            columns={1}
            facts={r.objections.map((objection) => [
              `${objection.raisedBy} · ${time(objection.raisedAt)}`,
              [
                objection.reason,
                objection.outcome && code('objectionOutcome', objection.outcome),
                objection.remark,
              ]
                .filter(Boolean)
                .join(' · '),
            ])}
          />
        </Panel>
      )}
      <RequestHistory id={r.id} />
    </PageFrame>
  );
}

function RequestHistory({ id }: { id: string }) {
  const { t, code, time } = useTexts();
  const history = useGet<Page<RequestTransition>>(`${CATALOG}/requests/${id}/history?size=100`);
  return (
    <Panel title={t('request.history')}>
      <Remote query={history}>
        {(found) => (
          <DataTable
            label={t('request.history')}
            rows={found.items}
            rowKey={(_, i) => String(i)}
            columns={[
              { title: t('history.at'), narrow: true, render: (h) => time(h.at) },
              { title: t('request.state'), render: (h) => code('requestState', h.to) },
              { title: t('history.actor'), render: (h) => h.actor },
              { title: t('field.remark'), render: (h) => h.remark ?? '—' },
            ]}
          />
        )}
      </Remote>
    </Panel>
  );
}

function Timeline({ request: r }: { request: AccessRequest }) {
  const { t, time } = useTexts();
  const refusedAtCheck = r.state === 'REFUSED' && !r.decision;
  const checked = r.state === 'COMPLIANCE_PASSED' || Boolean(r.decision);
  const granted = r.state === 'GRANTED' || r.state === 'PARTIALLY_GRANTED';
  const line = (step: Step | undefined) =>
    step && [step.by, time(step.at), step.remark].filter(Boolean).join(' · ');
  return (
    <ProgressStepper aria-label={t('request.progress')}>
      <ProgressStep
        id="step-submitted"
        titleId="step-submitted-title"
        variant="success"
        aria-label={t('step.done')}
        description={line({ by: r.requestedBy, at: r.createdAt })}
      >
        {t('requestState.SUBMITTED')}
      </ProgressStep>
      <ProgressStep
        id="step-check"
        titleId="step-check-title"
        variant={refusedAtCheck ? 'danger' : checked ? 'success' : 'info'}
        isCurrent={r.state === 'SUBMITTED'}
        aria-label={t(refusedAtCheck ? 'step.refused' : checked ? 'step.done' : 'step.current')}
        description={line(r.complianceCheck) ?? t('request.waitsForCheck')}
      >
        {t('request.check')}
      </ProgressStep>
      <ProgressStep
        id="step-decision"
        titleId="step-decision-title"
        variant={
          granted
            ? 'success'
            : r.decision
              ? 'danger'
              : r.state === 'COMPLIANCE_PASSED'
                ? 'info'
                : 'pending'
        }
        isCurrent={r.state === 'COMPLIANCE_PASSED'}
        aria-label={t(
          granted
            ? 'step.done'
            : r.decision
              ? 'step.refused'
              : r.state === 'COMPLIANCE_PASSED'
                ? 'step.current'
                : 'step.pending',
        )}
        description={
          line(r.decision) ??
          (refusedAtCheck
            ? t('request.notReached')
            : t('request.waitsForDecision', { department: r.providerDepartment.name }))
        }
      >
        {t('request.decision')}
      </ProgressStep>
    </ProgressStepper>
  );
}
