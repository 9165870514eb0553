import { Button, Checkbox, FormGroup } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Page } from '../../api/catalog';
import { query, send } from '../../api/client';
import { EXCHANGE, type Process, type ProcessRun, type ServiceSummary } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { DataTable, Pager, usePaging } from '../../components/DataTable';
import { Panel, Section } from '../../components/Facts';
import { ChoiceField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { NONE, useTexts } from '../../i18n';
import { ProcessGraph } from './ProcessGraph';

/** 流程: services that are run as a whole, one after the success of another. */
export function ProcessesPage() {
  const { t } = useTexts();
  const me = useUser();
  const { page, size } = usePaging();
  const list = useGet<Page<Process>>(`${EXCHANGE}/processes${query({ page, size })}`);
  const services = useGet<Page<ServiceSummary>>(`${EXCHANGE}/services?size=100`);
  const known = services.data?.items ?? [];
  return (
    <PageFrame
      title={t('menu.processes')}
      lead={t('processes.lead')}
      actions={may(me, 'design') && <NewProcess services={known} />}
    >
      <Remote query={list}>
        {(found) => (
          <>
            {found.items.length === 0 && (
              <Panel title={t('menu.processes')}>{t('processes.empty')}</Panel>
            )}
            {found.items.map((process) => (
              <OneProcess key={process.id} process={process} services={known} />
            ))}
            <Pager total={found.total} />
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function OneProcess({ process, services }: { process: Process; services: ServiceSummary[] }) {
  const { t, code, time } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const runs = useGet<Page<ProcessRun>>(`${EXCHANGE}/processes/${process.id}/runs?size=5`, {
    every: 2_000,
  });
  const name = (id: string) => services.find((it) => it.id === id)?.name ?? id;
  const last = runs.data?.items[0];
  const running = last?.state === 'RUNNING';
  const ask = async (path: string) => {
    await send('POST', `${EXCHANGE}/${path}`);
    await queries.invalidateQueries();
  };
  return (
    <Panel
      title={process.name}
      testId="process"
      actions={
        may(me, 'operate') &&
        (running ? (
          <ConfirmButton
            text={t('process.stop')}
            title={t('process.stop')}
            question={t('process.stopQuestion')}
            variant="secondary"
            danger
            action={() => ask(`process-runs/${last.id}/stopping`)}
          />
        ) : (
          <ConfirmButton
            text={t('process.start')}
            title={t('process.start')}
            question={t('process.startQuestion', { name: process.name })}
            testId="start-process"
            action={() => ask(`processes/${process.id}/runs`)}
          />
        ))
      }
    >
      <ProcessGraph process={process} last={last} name={name} />
      <DataTable
        label={t('process.stepsOf', { name: process.name })}
        rows={process.services}
        rowKey={(id) => id}
        rowTestId="process-step"
        columns={[
          {
            title: t('service.one'),
            render: (id) => <Link to={`/exchange/services/${id}`}>{name(id)}</Link>,
          },
          {
            title: t('process.after'),
            render: (id) =>
              process.edges
                .filter((edge) => edge.after === id)
                .map((edge) => name(edge.before))
                .join(t('list.separator')) || NONE,
          },
          {
            title: t('process.lastState'),
            render: (id) => {
              const step = last?.steps.find((it) => it.serviceId === id);
              if (!step) return NONE;
              const label = <CodeLabel kind="stepState" value={step.state} />;
              return step.runId ? <Link to={`/exchange/runs/${step.runId}`}>{label}</Link> : label;
            },
          },
          {
            title: t('run.reason'),
            render: (id) => {
              const reason = last?.steps.find((it) => it.serviceId === id)?.reason;
              return reason ? code('runReason', reason) : NONE;
            },
          },
        ]}
      />
      <Section title={t('process.runs')}>
        <Remote query={runs}>
          {(found) => (
            <DataTable
              part
              label={t('process.runsOf', { name: process.name })}
              rows={found.items}
              rowKey={(run) => run.id}
              rowTestId="process-run"
              empty={t('process.noRuns')}
              columns={[
                { title: t('run.requestedAt'), render: (run) => time(run.requestedAt) },
                { title: t('run.requestedBy'), render: (run) => run.requestedBy },
                {
                  title: t('run.state'),
                  render: (run) => <CodeLabel kind="runState" value={run.state} />,
                },
                { title: t('run.endedAt'), render: (run) => time(run.endedAt) },
              ]}
            />
          )}
        </Remote>
      </Section>
    </Panel>
  );
}

interface Line {
  service: string;
  /** What must have succeeded before. */
  after: string[];
}

function NewProcess({ services }: { services: ServiceSummary[] }) {
  const { t, number } = useTexts();
  const empty = { name: '', lines: [{ service: '', after: [] }] as Line[] };
  const form = useForm(empty, async (values) => {
    const chosen = values.lines.filter((line) => line.service !== '');
    await send('POST', `${EXCHANGE}/processes`, {
      name: values.name.trim(),
      services: chosen.map((line) => line.service),
      edges: chosen.flatMap((line) =>
        line.after
          .filter((before) => chosen.some((other) => other.service === before))
          .map((before) => ({ before, after: line.service })),
      ),
    });
    form.set(empty);
  });
  const { lines } = form.values;
  const change = (index: number, part: Partial<Line>) =>
    form.set({ lines: lines.map((line, i) => (i === index ? { ...line, ...part } : line)) });
  const options = services.map((it) => ({
    value: it.id,
    text: t('text.aside', { text: it.name, aside: it.code }),
  }));
  // Only what stands above can be waited for, so that no circle can be entered.
  const before = (index: number) =>
    options.filter((it) => lines.some((other, i) => i < index && other.service === it.value));
  return (
    <FormDialog
      title={t('process.new')}
      confirm={t('reference.save')}
      form={form}
      testId="new-process"
    >
      <TextField {...form.field('name')} label={t('process.name')} required />
      {lines.map((line, i) => (
        <fieldset key={i} className="gs-group">
          <legend>{t('process.step', { number: number(i + 1) })}</legend>
          <ChoiceField
            id={`step-${i}`}
            label={t('service.one')}
            value={line.service}
            placeholder={t('schedule.chooseService')}
            options={options}
            onChange={(service) => change(i, { service })}
            errors={form.errors(`services[${i}]`)}
          />
          <FormGroup role="group" label={t('process.after')}>
            {before(i).length === 0 && <p className="gs-quiet">{t('process.atOnce')}</p>}
            {before(i).map((it) => (
              <Checkbox
                key={it.value}
                id={`step-${i}-after-${it.value}`}
                label={it.text}
                isChecked={line.after.includes(it.value)}
                onChange={(_, on) =>
                  change(i, {
                    after: on
                      ? [...line.after, it.value]
                      : line.after.filter((other) => other !== it.value),
                  })
                }
              />
            ))}
          </FormGroup>
        </fieldset>
      ))}
      <div>
        <Button
          variant="link"
          isInline
          onClick={() => form.set({ lines: [...lines, { service: '', after: [] }] })}
        >
          {t('process.addStep')}
        </Button>
      </div>
    </FormDialog>
  );
}
