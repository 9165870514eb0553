import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { CATALOG, type Grant } from '../../api/catalog';
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
import { ReportValue } from '../objection/ReportValue';
import { NarrowButton } from './NarrowButton';
import { RenewButton } from './RenewButton';

/** One grant: the items it covers, until when, and taking it back. */
export function GrantPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const grant = useVersioned<Grant>(`${CATALOG}/grants/${id}`);
  const crumbs = [{ to: '/grants', text: t('menu.grants') }];
  if (grant.data === undefined) {
    return (
      <PageFrame title={t('grant.one')} crumbs={crumbs}>
        <Remote query={grant}>{() => null}</Remote>
      </PageFrame>
    );
  }
  return <GrantBody grant={grant.data} />;
}

function GrantBody({ grant }: { grant: Versioned<Grant> }) {
  const { t, code, number, time } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const g = grant.data;
  const revokes =
    me.roles.includes('department-reviewer') && g.providerDepartment.code === me.department?.code;
  const holds =
    me.roles.includes('requester') && g.requesterDepartment.code === me.department?.code;
  return (
    <PageFrame
      title={t('grant.titleOf', { name: g.resource.name })}
      label={<CodeLabel kind="grantState" value={g.state} testId="grant-state" />}
      crumbs={[{ to: '/grants', text: t('menu.grants') }]}
      actions={
        <>
          {g.state === 'ACTIVE' && holds && <RenewButton grant={g} />}
          {g.state === 'ACTIVE' && holds && <ReportValue grantId={g.id} items={g.items} />}
          {g.state === 'ACTIVE' && revokes && <NarrowButton grant={grant} />}
          {revokes && (
            <ConfirmButton
              text={t('grant.revoke')}
              title={t('grant.revoke')}
              question={t('grant.revokeQuestion', { department: g.requesterDepartment.name })}
              remark="required"
              variant="secondary"
              danger
              reason={g.revokedAt ? t('grant.alreadyRevoked') : null}
              testId="revoke"
              action={async (reason) => {
                await send(
                  'POST',
                  `${CATALOG}/grants/${g.id}/revocation`,
                  { reason },
                  grant.version,
                );
                await queries.invalidateQueries();
              }}
            />
          )}
        </>
      }
    >
      <Panel title={t('grant.basics')}>
        <Facts
          facts={[
            [t('resource.name'), <Link to={`/catalog/${g.resource.id}`}>{g.resource.name}</Link>],
            [t('resource.identifier'), <span className="gs-mono">{g.resource.identifier}</span>],
            [
              t('request.one'),
              <Link to={`/requests/${g.requestId}`}>{t('grant.openRequest')}</Link>,
            ],
            [t('request.provider'), g.providerDepartment.name],
            [t('request.requester'), g.requesterDepartment.name],
            [t('grant.grantedBy'), g.grantedBy],
            [t('grant.grantedAt'), time(g.grantedAt)],
            [t('grant.expiresAt'), time(g.expiresAt)],
            [t('grant.rowFilter'), g.rowFilter],
            [
              t('grant.rowConditions'),
              g.rowConditions.length > 0 && (
                <ul>
                  {g.rowConditions.map((it, index) => (
                    <li key={index}>
                      {it.name} {code('rowOperator', it.operator)} {it.values.join('、')}
                    </li>
                  ))}
                </ul>
              ),
            ],
            [t('grant.conditions'), g.conditions],
            ...(g.replacedBy
              ? ([
                  [
                    t('grant.replacedBy'),
                    <Link key="replaced" to={`/grants/${g.replacedBy}`}>
                      {t('grant.openOther')}
                    </Link>,
                  ],
                ] as [string, ReactNode][])
              : []),
            ...(g.revokedAt
              ? ([
                  [
                    t('grant.revokedAt'),
                    t('text.aside', { text: time(g.revokedAt), aside: g.revokedBy ?? '—' }),
                  ],
                  [t('grant.revocationReason'), g.revocationReason],
                ] as [string, string][])
              : []),
          ]}
        />
      </Panel>
      <Panel title={t('request.itemsCount', { count: number(g.items.length) })}>
        <DataTable
          label={t('resource.items')}
          rows={g.items}
          rowKey={(i) => i.id}
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
            { title: t('item.length'), numeric: true, render: (i) => number(i.length) },
          ]}
        />
      </Panel>
    </PageFrame>
  );
}
