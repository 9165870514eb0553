import { Button, Checkbox, FormGroup, Grid, GridItem } from '@patternfly/react-core';
import { useState } from 'react';
import type { Page } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import {
  EXCHANGE,
  FAILURE_KINDS,
  type Firing,
  type NextFiring,
  type Schedule,
  type ServiceSummary,
  TRIGGERS,
} from '../../api/exchange';
import { useGet, useVersioned } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable } from '../../components/DataTable';
import { Facts, Panel, Section } from '../../components/Facts';
import { ChoiceField, Messages, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { CodeLabel } from '../../components/Labels';
import { Remote } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { NONE, useTexts } from '../../i18n';
import { draftOf, formOf } from './scheduleForm';
import { Windows } from './ScheduleWindows';

/** When a service runs by itself, within which bounds, and what is due next. */
export function SchedulePanel({ service }: { service: string }) {
  const { t, code, number, time } = useTexts();
  const me = useUser();
  const path = `${EXCHANGE}/services/${service}/schedule`;
  const schedule = useVersioned<Schedule>(path);
  const firings = useGet<Page<Firing>>(`${EXCHANGE}/services/${service}/firings?size=5`, {
    every: 5_000,
  });
  const writes = may(me, 'design') || may(me, 'operate');
  return (
    <Panel
      title={t('schedule.title')}
      testId="schedule"
      actions={
        writes && schedule.data && <Edit path={path} service={service} found={schedule.data} />
      }
    >
      <Remote query={schedule}>
        {({ data }) => (
          <>
            <Facts
              facts={[
                [t('schedule.kind'), code('trigger', data.settings.kind)],
                [t('schedule.when'), <When schedule={data} />],
                [
                  t('schedule.windows'),
                  data.settings.windows.length === 0
                    ? t('schedule.always')
                    : data.settings.windows
                        .map(
                          (w) =>
                            `${code('windowDays', w.days)} ${w.from.slice(0, 5)}–${w.to.slice(0, 5)}`,
                        )
                        .join('；'),
                ],
                [t('schedule.priority'), number(data.settings.priority)],
                [
                  t('schedule.retry'),
                  data.settings.retry.attempts === 0
                    ? t('schedule.noRetry')
                    : t('schedule.retryOf', {
                        attempts: number(data.settings.retry.attempts),
                        delay: number(data.settings.retry.firstDelaySeconds),
                        factor: number(data.settings.retry.factor),
                      }),
                ],
                [
                  t('schedule.bandwidth'),
                  data.settings.bytesPerSecond
                    ? t('schedule.bytesPerSecond', { bytes: number(data.settings.bytesPerSecond) })
                    : t('schedule.unlimited'),
                ],
                [
                  t('channel.backlog'),
                  data.settings.backlogMinutes == null
                    ? t('channel.backlogNever')
                    : t('channel.backlogOf', { minutes: number(data.settings.backlogMinutes) }),
                ],
                [
                  t('reconciliation.title'),
                  t(
                    data.settings.reconcileAfterRuns
                      ? 'reconciliation.afterRuns'
                      : 'reconciliation.onDemand',
                  ),
                ],
                [
                  t('schedule.badRows'),
                  data.settings.badRowPercent == null ? NONE : `${data.settings.badRowPercent} %`,
                ],
              ]}
            />
            <NextFirings firings={data.nextFirings} />
          </>
        )}
      </Remote>
      <Section title={t('firing.title')}>
        <Remote query={firings}>
          {(found) => (
            <DataTable
              part
              label={t('firing.title')}
              rows={found.items}
              rowKey={(f) => f.id}
              rowTestId="firing-row"
              empty={t('firing.none')}
              columns={[
                {
                  title: t('firing.scheduledFor'),
                  narrow: true,
                  render: (f) => time(f.scheduledFor),
                },
                { title: t('firing.cause'), render: (f) => code('runCause', f.cause) },
                { title: t('firing.attempt'), numeric: true, render: (f) => number(f.attempt) },
                {
                  title: t('firing.state'),
                  render: (f) => <CodeLabel kind="firingState" value={f.state} />,
                },
                {
                  title: t('run.reason'),
                  render: (f) => (f.reason ? code('runReason', f.reason) : NONE),
                },
              ]}
            />
          )}
        </Remote>
      </Section>
    </Panel>
  );
}

function When({ schedule }: { schedule: Schedule }) {
  const { t, number } = useTexts();
  switch (schedule.settings.kind) {
    case 'CRON':
      return <span className="gs-mono">{schedule.settings.cron}</span>;
    case 'INTERVAL':
      return t('schedule.everyMinutes', { minutes: number(schedule.settings.everyMinutes ?? 0) });
    case 'ARRIVAL':
      return t('schedule.afterService', { name: schedule.afterServiceName ?? NONE });
    default:
      return NONE;
  }
}

function NextFirings({ firings }: { firings: NextFiring[] }) {
  const { t, number, time } = useTexts();
  if (firings.length === 0) {
    return null;
  }
  return (
    <Section title={t('schedule.nextFirings')}>
      <DataTable
        label={t('schedule.nextFirings')}
        rows={firings}
        rowKey={(f) => f.dueAt}
        rowTestId="next-firing-row"
        columns={[
          {
            title: t('column.number'),
            numeric: true,
            narrow: true,
            render: (_, i) => number(i + 1),
          },
          { title: t('schedule.dueAt'), render: (f) => time(f.dueAt) },
          { title: t('schedule.startsAt'), render: (f) => time(f.startsAt) },
        ]}
      />
    </Section>
  );
}

function Edit({
  path,
  service,
  found,
}: {
  path: string;
  service: string;
  found: Versioned<Schedule>;
}) {
  const { t, code } = useTexts();
  const [preview, setPreview] = useState<NextFiring[]>([]);
  const services = useGet<Page<ServiceSummary>>(`${EXCHANGE}/services?size=100`);
  const form = useForm(formOf(found.data.settings), async (values) => {
    await send('PUT', path, draftOf(values), found.version);
  });
  const { values, field } = form;
  const kinds = values.kinds.split(',');
  const foresee = async () => {
    form.setProblem(null);
    try {
      const { data } = await send<NextFiring[]>(
        'POST',
        `${EXCHANGE}/schedule-preview`,
        draftOf(values),
      );
      setPreview(data);
    } catch (failure) {
      setPreview([]);
      form.setProblem(failure);
    }
  };
  return (
    <FormDialog
      title={t('schedule.edit')}
      confirm={t('reference.save')}
      variant="secondary"
      form={form}
      testId="edit-schedule"
      onOpen={async () => {
        form.set(formOf(found.data.settings));
        setPreview([]);
      }}
    >
      <Grid hasGutter md={6}>
        <GridItem>
          <ChoiceField
            {...field('kind')}
            label={t('schedule.kind')}
            required
            options={TRIGGERS.map((value) => ({ value, text: code('trigger', value) }))}
          />
        </GridItem>
        <GridItem>
          {values.kind === 'CRON' && (
            <TextField
              {...field('cron')}
              label={t('schedule.cron')}
              required
              hint={t('schedule.cronHint')}
            />
          )}
          {values.kind === 'INTERVAL' && (
            <TextField
              {...field('everyMinutes')}
              type="number"
              label={t('schedule.minutes')}
              required
            />
          )}
          {values.kind === 'ARRIVAL' && (
            <ChoiceField
              {...field('afterServiceId')}
              label={t('schedule.after')}
              required
              placeholder={t('schedule.chooseService')}
              options={(services.data?.items ?? [])
                .filter((it) => it.id !== service)
                .map((it) => ({
                  value: it.id,
                  text: t('text.aside', { text: it.name, aside: it.code }),
                }))}
            />
          )}
        </GridItem>
        <GridItem md={12}>
          <Windows
            windows={values.windows}
            onChange={(windows) => form.set({ windows })}
            errors={(i, name) => form.errors(`windows[${i}].${name}`)}
          />
        </GridItem>
        <GridItem>
          <TextField
            {...field('priority')}
            type="number"
            label={t('schedule.priority')}
            hint={t('schedule.priorityHint')}
          />
        </GridItem>
        <GridItem>
          <TextField
            {...field('bytesPerSecond')}
            type="number"
            label={t('schedule.bandwidthField')}
            hint={t('schedule.bandwidthHint')}
          />
        </GridItem>
        <GridItem>
          <TextField
            {...field('backlogMinutes')}
            type="number"
            label={t('channel.backlogField')}
            hint={t('channel.backlogHint')}
          />
        </GridItem>
        <GridItem>
          <ChoiceField
            {...field('reconcileAfterRuns')}
            label={t('reconciliation.title')}
            options={[
              { value: 'NO', text: t('reconciliation.onDemand') },
              { value: 'YES', text: t('reconciliation.afterRuns') },
            ]}
          />
        </GridItem>
        <GridItem>
          <TextField {...field('badRowPercent')} type="number" label={t('schedule.badRowsField')} />
        </GridItem>
        <GridItem>
          <TextField
            {...field('attempts', 'retry.attempts')}
            type="number"
            label={t('schedule.attempts')}
          />
        </GridItem>
        {Number(values.attempts) > 0 && (
          <>
            <GridItem>
              <TextField
                {...field('firstDelaySeconds', 'retry.firstDelaySeconds')}
                type="number"
                label={t('schedule.firstDelay')}
              />
            </GridItem>
            <GridItem>
              <TextField
                {...field('factor', 'retry.factor')}
                type="number"
                label={t('schedule.factor')}
              />
            </GridItem>
            <GridItem>
              <TextField
                {...field('longestDelaySeconds', 'retry.longestDelaySeconds')}
                type="number"
                label={t('schedule.longestDelay')}
              />
            </GridItem>
            <GridItem>
              <FormGroup role="group" label={t('schedule.kinds')}>
                {FAILURE_KINDS.map((kind) => (
                  <Checkbox
                    key={kind}
                    id={`retry-${kind}`}
                    label={code('failureKind', kind)}
                    isChecked={kinds.includes(kind)}
                    onChange={(_, on) =>
                      form.set({
                        kinds: FAILURE_KINDS.filter((each) =>
                          each === kind ? on : kinds.includes(each),
                        ).join(','),
                      })
                    }
                  />
                ))}
                <Messages id="retry-kinds-help" errors={form.errors('retry.kinds')} />
              </FormGroup>
            </GridItem>
          </>
        )}
      </Grid>
      <div>
        <Button variant="secondary" onClick={() => void foresee()} data-testid="preview-schedule">
          {t('schedule.preview')}
        </Button>
      </div>
      <NextFirings firings={preview} />
    </FormDialog>
  );
}
