import {
  Checkbox,
  FormGroup,
  ProgressStep,
  ProgressStepper,
  TextInput,
} from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type AccessRequest, CATALOG, type Step } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useVersioned } from '../../api/hooks';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { DataTable } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';

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
  const { t, code, date, number } = useTexts();
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
      </Panel>
      <Panel title={t('request.content')}>
        <Facts
          facts={[
            [t('resource.name'), <Link to={`/catalog/${r.resource.id}`}>{r.resource.name}</Link>],
            [t('resource.identifier'), <span className="gs-mono">{r.resource.identifier}</span>],
            [t('request.provider'), r.providerDepartment.name],
            [t('request.requester'), `${r.requesterDepartment.name} (${r.requestedBy})`],
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
            [t('request.scenario'), r.scenario],
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
          ]}
        />
      </Panel>
    </PageFrame>
  );
}

function Timeline({ request: r }: { request: AccessRequest }) {
  const { t, time } = useTexts();
  const refusedAtCheck = r.state === 'REFUSED' && !r.decision;
  const checked = r.state === 'COMPLIANCE_PASSED' || Boolean(r.decision);
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
          r.state === 'GRANTED'
            ? 'success'
            : r.decision
              ? 'danger'
              : r.state === 'COMPLIANCE_PASSED'
                ? 'info'
                : 'pending'
        }
        isCurrent={r.state === 'COMPLIANCE_PASSED'}
        aria-label={t(
          r.state === 'GRANTED'
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

function RequestActions({ request }: { request: Versioned<AccessRequest> }) {
  const { t } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const r = request.data;
  const path = `${CATALOG}/requests/${r.id}`;
  const [chosen, setChosen] = useState<Set<string>>(() => new Set(r.items.map((i) => i.id)));
  const [expires, setExpires] = useState(r.validUntil.slice(0, 10));
  const post = async (where: string, body: unknown) => {
    await send('POST', `${path}/${where}`, body, request.version);
    await queries.invalidateQueries();
  };
  const checks = me.roles.includes('sharing-reviewer') && r.state === 'SUBMITTED';
  const decides =
    me.roles.includes('department-reviewer') &&
    r.providerDepartment.code === me.department?.code &&
    r.state === 'COMPLIANCE_PASSED';
  return (
    <>
      {checks && (
        <>
          <ConfirmButton
            text={t('request.pass')}
            title={t('request.pass')}
            question={t('request.passQuestion', { department: r.requesterDepartment.name })}
            remark="optional"
            testId="compliance-pass"
            action={(remark) => post('compliance-check', { decision: 'PASS', remark })}
          />
          <ConfirmButton
            text={t('request.refuse')}
            title={t('request.refuse')}
            question={t('request.refuseQuestion')}
            remark="required"
            variant="secondary"
            danger
            testId="compliance-refuse"
            action={(remark) => post('compliance-check', { decision: 'REFUSE', remark })}
          />
        </>
      )}
      {decides && (
        <>
          <ConfirmButton
            text={t('request.grantIt')}
            title={t('request.grantIt')}
            question={t('request.grantQuestion', { department: r.requesterDepartment.name })}
            remark="optional"
            testId="decision-grant"
            canConfirm={chosen.size > 0 && expires !== ''}
            action={(remark) =>
              post('decision', {
                decision: 'GRANT',
                itemIds: r.items.filter((i) => chosen.has(i.id)).map((i) => i.id),
                expiresAt: `${expires}T15:59:59Z`,
                remark,
              })
            }
          >
            <FormGroup role="group" label={t('request.grantedItems')} className="gs-block">
              <div className="gs-checks">
                {r.items.map((item) => (
                  <Checkbox
                    key={item.id}
                    id={`grant-${item.id}`}
                    label={item.name}
                    isChecked={chosen.has(item.id)}
                    onChange={(_, checked) =>
                      setChosen((old) => {
                        const next = new Set(old);
                        if (checked) next.add(item.id);
                        else next.delete(item.id);
                        return next;
                      })
                    }
                  />
                ))}
              </div>
            </FormGroup>
            <FormGroup
              label={t('grant.expiresAt')}
              fieldId="expires"
              isRequired
              className="gs-block"
            >
              <TextInput
                id="expires"
                type="date"
                value={expires}
                isRequired
                onChange={(_, value) => setExpires(value)}
              />
            </FormGroup>
          </ConfirmButton>
          <ConfirmButton
            text={t('request.refuse')}
            title={t('request.refuse')}
            question={t('request.refuseQuestion')}
            remark="required"
            variant="secondary"
            danger
            testId="decision-refuse"
            action={(remark) => post('decision', { decision: 'REFUSE', remark })}
          />
        </>
      )}
    </>
  );
}
