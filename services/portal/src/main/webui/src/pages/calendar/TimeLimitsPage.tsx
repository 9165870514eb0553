import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { getVersioned, send, type Versioned } from '../../api/client';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { type Column, useFilter } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

interface TimeLimit {
  kind: string;
  workingDays: number;
  remindBefore: number;
  changedBy?: string;
  changedAt?: string;
}

interface LimitChange extends TimeLimit {
  reason: string;
}

/** 办理时限: how many working days each kind of step may take. */
export function TimeLimitsPage() {
  const { t, code, number, time } = useTexts();
  const me = useUser();
  const [kind] = useFilter('kind');
  const columns: Column<TimeLimit>[] = [
    {
      title: t('limit.kind'),
      className: 'gs-name-cell',
      render: (row) => code('limitKind', row.kind),
    },
    { title: t('limit.days'), numeric: true, render: (row) => number(row.workingDays) },
    { title: t('limit.remind'), numeric: true, render: (row) => number(row.remindBefore) },
    { title: t('history.actor'), narrow: true, render: (row) => row.changedBy },
    { title: t('history.at'), narrow: true, render: (row) => time(row.changedAt) },
    {
      title: t('change.title'),
      narrow: true,
      render: (row) => (
        <Button
          variant="link"
          isInline
          component={(props) => <Link {...props} to={`/time-limits?kind=${row.kind}`} />}
          aria-label={t('limit.historyOf', { name: code('limitKind', row.kind) })}
        >
          {t('limit.history')}
        </Button>
      ),
    },
  ];
  if (may(me, 'manage')) {
    columns.push({
      title: t('action.edit'),
      narrow: true,
      render: (row) => <ChangeLimit kind={row.kind} />,
    });
  }
  return (
    <PageFrame title={t('menu.timeLimits')} lead={t('limit.lead')}>
      <PagedTable<TimeLimit>
        path={`${CATALOG}/time-limits`}
        defaultSize={20}
        label={t('menu.timeLimits')}
        rowKey={(row) => row.kind}
        rowTestId="limit-row"
        columns={columns}
      />
      {kind && <History kind={kind} />}
    </PageFrame>
  );
}

function ChangeLimit({ kind }: { kind: string }) {
  const { t, code } = useTexts();
  const [loaded, setLoaded] = useState<Versioned<TimeLimit> | null>(null);
  const path = `${CATALOG}/time-limits/${kind}`;
  const form = useForm(
    { workingDays: '', remindBefore: '', reason: '' },
    async ({ workingDays, remindBefore, reason }) => {
      const input = {
        workingDays: workingDays === '' ? null : Number(workingDays),
        remindBefore: remindBefore === '' ? null : Number(remindBefore),
        reason,
      };
      await send('PUT', path, input, loaded?.version);
    },
  );
  const load = async () => {
    const found = await getVersioned<TimeLimit>(path);
    setLoaded(found);
    form.set({
      workingDays: String(found.data.workingDays),
      remindBefore: String(found.data.remindBefore),
      reason: '',
    });
  };
  return (
    <FormDialog
      title={code('limitKind', kind)}
      text={t('action.edit')}
      confirm={t('reference.save')}
      form={form}
      variant="link"
      onOpen={load}
      testId="change-limit"
    >
      <TextField {...form.field('workingDays')} type="number" label={t('limit.days')} required />
      <TextField
        {...form.field('remindBefore')}
        type="number"
        label={t('limit.remind')}
        hint={t('limit.remindHint')}
        required
      />
      <LongTextField
        {...form.field('reason')}
        label={t('system.reason')}
        hint={t('limit.reasonHint')}
        required
      />
    </FormDialog>
  );
}

function History({ kind }: { kind: string }) {
  const { t, code, number, time } = useTexts();
  const title = t('limit.historyOf', { name: code('limitKind', kind) });
  return (
    <Panel title={title} testId="limit-history">
      <PagedTable<LimitChange>
        path={`${CATALOG}/time-limits/${kind}/history`}
        list="changes."
        label={title}
        rowKey={(row) => row.changedAt ?? ''}
        rowTestId="limit-change-row"
        empty={t('change.none')}
        columns={[
          { title: t('history.at'), narrow: true, render: (row) => time(row.changedAt) },
          { title: t('limit.days'), numeric: true, render: (row) => number(row.workingDays) },
          { title: t('limit.remind'), numeric: true, render: (row) => number(row.remindBefore) },
          { title: t('system.reason'), render: (row) => row.reason },
          { title: t('history.actor'), narrow: true, render: (row) => row.changedBy },
        ]}
      />
    </Panel>
  );
}
