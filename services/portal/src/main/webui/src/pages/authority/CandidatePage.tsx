import { Alert } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { AUTHORITY, type Candidate, type ComparedItem, type Decision } from '../../api/authority';
import type { Page } from '../../api/catalog';
import { query, send, type Versioned } from '../../api/client';
import { useDepartments, useGet, useVersioned } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { type Column, DataTable, usePaging } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { percent } from './score';
import { useSources } from './sources';

/** Data that seem to be one: why, whose, and every decision there was. */
export function CandidatePage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const candidate = useVersioned<Candidate>(`${AUTHORITY}/candidates/${id}`);
  const found = candidate.data;
  return (
    <PageFrame
      title={found?.data.names.join(' / ') ?? t('menu.authority')}
      label={
        found && (
          <CodeLabel
            kind="candidateStatus"
            value={found.data.decision?.verdict ?? 'OPEN'}
            testId="candidate-status"
          />
        )
      }
      crumbs={[{ to: '/authority', text: t('menu.authority') }]}
      actions={found && <DifferentButton candidate={found} />}
    >
      <Remote query={candidate}>
        {(shown) => (
          <>
            <Why candidate={shown.data} />
            <Items candidate={shown} />
            <Decisions candidate={shown.data} />
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function Why({ candidate: c }: { candidate: Candidate }) {
  const { t, number, time } = useTexts();
  return (
    <Panel title={t('authority.why')}>
      {!c.found && <Alert component="p" isInline variant="info" title={t('authority.lost')} />}
      <p className="gs-block">
        {t(c.names.length === 1 ? 'authority.sameName' : 'authority.alikeNames')}
      </p>
      <Facts
        facts={[
          [t('authority.score'), percent(c.score)],
          [t('authority.nameScore'), percent(c.nameScore)],
          [t('authority.typeScore'), percent(c.typeScore)],
          [t('authority.lengthScore'), percent(c.lengthScore)],
          [t('authority.resources'), number(c.resourceCount)],
          [t('authority.foundAt'), time(c.foundAt)],
        ]}
      />
    </Panel>
  );
}

/** Decides on a candidate and reads everything anew. */
function useDecide(candidate: Versioned<Candidate>) {
  const queries = useQueryClient();
  return async (verdict: 'SAME' | 'DIFFERENT', itemId: string | null, reason: string) => {
    await send(
      'POST',
      `${AUTHORITY}/candidates/${candidate.data.id}/decisions`,
      { verdict, itemId, reason },
      candidate.version,
    );
    await queries.invalidateQueries();
  };
}

function DifferentButton({ candidate }: { candidate: Versioned<Candidate> }) {
  const { t } = useTexts();
  const me = useUser();
  const decide = useDecide(candidate);
  return (
    <ConfirmButton
      text={t('authority.different')}
      title={t('authority.different')}
      question={t('authority.differentQuestion')}
      remark="required"
      variant="secondary"
      reason={may(me, 'manage') ? null : t('authority.needsRole')}
      testId="decide-different"
      action={(reason) => decide('DIFFERENT', null, reason)}
    />
  );
}

function Items({ candidate }: { candidate: Versioned<Candidate> }) {
  const { t, code, number } = useTexts();
  const me = useUser();
  const decide = useDecide(candidate);
  const path = `${AUTHORITY}/candidates/${candidate.data.id}/items`;
  const { page, size } = usePaging();
  // The same page as the table's, so that it is read once.
  const list = useGet<Page<ComparedItem>>(`${path}${query({ page, size })}`);
  const sources = useSources((list.data?.items ?? []).map((item) => item.itemId));
  const isSource = ({ itemId }: ComparedItem) => {
    const source = sources.get(itemId);
    return source?.basis === 'DECIDED' && source.sourceItemId === itemId;
  };
  const columns: Column<ComparedItem>[] = [
    { title: t('resource.department'), render: (item) => item.department.name },
    { title: t('item.name'), render: (item) => item.itemName },
    { title: t('item.dataType'), narrow: true, render: (item) => code('dataType', item.dataType) },
    { title: t('item.length'), numeric: true, render: (item) => number(item.length) },
    {
      title: t('authority.resource'),
      render: (item) => <Link to={`/catalog/${item.resourceId}`}>{item.resourceName}</Link>,
    },
    {
      title: t('authority.source'),
      render: (item) =>
        isSource(item) ? (
          t('authority.isSource')
        ) : may(me, 'manage') ? (
          <ConfirmButton
            text={t('authority.choose')}
            title={t('authority.choose')}
            question={t('authority.chooseQuestion', words(item))}
            remark="required"
            variant="link"
            testId="decide-same"
            action={(reason) => decide('SAME', item.itemId, reason)}
          />
        ) : null,
    },
  ];
  return (
    <Panel title={t('authority.compared', { count: number(candidate.data.itemCount) })}>
      <PagedTable<ComparedItem>
        path={path}
        label={t('authority.compared', { count: number(candidate.data.itemCount) })}
        rowKey={(item) => item.itemId}
        rowTestId="compared-row"
        columns={columns}
      />
    </Panel>
  );
}

function words(item: ComparedItem) {
  return {
    department: item.department.name,
    resource: item.resourceName,
    item: item.itemName,
  };
}

function Decisions({ candidate }: { candidate: Candidate }) {
  const { t, number, time } = useTexts();
  const { departmentName } = useDepartments();
  // A datum is decided on a few times at most, so one page shows them all.
  const decisions = useGet<Page<Decision>>(
    `${AUTHORITY}/candidates/${candidate.id}/decisions?size=100`,
  );
  return (
    <Panel title={t('authority.log')}>
      <Remote query={decisions}>
        {(found) => (
          <DataTable
            label={t('authority.log')}
            rows={found.items}
            rowKey={(decision) => String(decision.number)}
            rowTestId="decision-row"
            empty={t('authority.noDecision')}
            columns={[
              {
                title: t('column.number'),
                numeric: true,
                narrow: true,
                render: (decision) => number(decision.number),
              },
              {
                title: t('authority.verdict'),
                narrow: true,
                render: (decision) => <CodeLabel kind="candidateStatus" value={decision.verdict} />,
              },
              {
                title: t('authority.source'),
                render: (decision) => departmentName(decision.departmentCode),
              },
              { title: t('item.name'), render: (decision) => decision.itemName },
              { title: t('authority.reason'), render: (decision) => decision.reason },
              { title: t('authority.by'), render: (decision) => decision.decidedBy },
              {
                title: t('authority.at'),
                narrow: true,
                render: (decision) => time(decision.decidedAt),
              },
            ]}
          />
        )}
      </Remote>
    </Panel>
  );
}
