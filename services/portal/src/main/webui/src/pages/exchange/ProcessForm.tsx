import { Button, Checkbox, FormGroup } from '@patternfly/react-core';
import { useState } from 'react';
import { getVersioned, send } from '../../api/client';
import { EXCHANGE, type Process, type ServiceSummary } from '../../api/exchange';
import { GuardedButton } from '../../components/Actions';
import { TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { PickField } from '../../components/PickField';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { ProcessGraph } from './ProcessGraph';
import {
  above,
  canRise,
  draftOf,
  type Line,
  linesOf,
  newLine,
  risen,
  without,
} from './processForm';
import { useServiceNames } from './serviceNames';

type Values = {
  name: string;
  lines: Line[];
};

const begin = (): Values => ({ name: '', lines: [newLine()] });

/** Makes a process. */
export function NewProcess() {
  const { t } = useTexts();
  const form = useForm(begin, async (values) => {
    await send('POST', `${EXCHANGE}/processes`, draftOf(values.name, values.lines));
    form.set(begin());
  });
  return (
    <FormDialog
      title={t('process.new')}
      confirm={t('reference.save')}
      form={form}
      testId="new-process"
    >
      <Steps form={form} />
    </FormDialog>
  );
}

/** Changes a process as it now is. */
export function EditProcess({ process }: { process: Process }) {
  const { t } = useTexts();
  const path = `${EXCHANGE}/processes/${process.id}`;
  const [version, setVersion] = useState('');
  const form = useForm(begin, async (values) => {
    await send('PUT', path, draftOf(values.name, values.lines), version);
  });
  return (
    <FormDialog
      title={t('process.editOf', { name: process.name })}
      text={t('process.edit')}
      label={t('process.editOf', { name: process.name })}
      confirm={t('reference.save')}
      form={form}
      variant="secondary"
      testId="edit-process"
      onOpen={async () => {
        const read = await getVersioned<Process>(path);
        setVersion(read.version);
        form.set({ name: read.data.name, lines: linesOf(read.data) });
      }}
    >
      <p>{t('process.editLead')}</p>
      <Steps form={form} />
    </FormDialog>
  );
}

function Steps({ form }: { form: ReturnType<typeof useForm<Values>> }) {
  const { t, number } = useTexts();
  const { name, lines } = form.values;
  const nameOf = useServiceNames(lines.map((line) => line.service));
  const set = (next: Line[]) => form.set({ lines: next });
  const change = (index: number, part: Partial<Line>) =>
    set(lines.map((line, i) => (i === index ? { ...line, ...part } : line)));
  const draft = draftOf(name, lines);
  // Faults name the place among those lines that are sent.
  const sent = (index: number) => above(lines, index).length;
  return (
    <>
      <TextField {...form.field('name')} label={t('process.name')} required />
      {lines.map((line, i) => (
        <fieldset key={line.key} className="gs-group" data-testid="process-line">
          <legend>{t('process.step', { number: number(i + 1) })}</legend>
          <PickField<ServiceSummary>
            id={`step-${line.key}`}
            label={t('service.one')}
            value={line.service}
            path={`${EXCHANGE}/services`}
            describe={(it) => t('text.aside', { text: it.name, aside: it.code })}
            idOf={(it) => it.id}
            onChange={(service) => change(i, { service })}
            errors={form.errors(`services[${sent(i)}]`)}
          />
          <FormGroup role="group" label={t('process.after')}>
            {above(lines, i).length === 0 && <p className="gs-quiet">{t('process.atOnce')}</p>}
            {above(lines, i).map((before) => (
              <Checkbox
                key={before}
                id={`step-${line.key}-after-${before}`}
                label={nameOf(before)}
                isChecked={line.after.includes(before)}
                onChange={(_, on) =>
                  change(i, {
                    after: on
                      ? [...line.after, before]
                      : line.after.filter((other) => other !== before),
                  })
                }
              />
            ))}
          </FormGroup>
          <div className="gs-actions">
            {i > 0 && (
              <GuardedButton
                variant="link"
                isInline
                reason={canRise(lines, i) ? null : t('process.waitsForAbove')}
                aria-label={t('process.upOf', { number: number(i + 1) })}
                onClick={() => set(risen(lines, i))}
              >
                {t('process.up')}
              </GuardedButton>
            )}
            {lines.length > 1 && (
              <Button
                variant="link"
                isInline
                aria-label={t('process.removeOf', { number: number(i + 1) })}
                onClick={() => set(without(lines, i))}
              >
                {t('process.remove')}
              </Button>
            )}
          </div>
        </fieldset>
      ))}
      <div>
        <Button variant="link" isInline onClick={() => set([...lines, newLine()])}>
          {t('process.addStep')}
        </Button>
      </div>
      {draft.services.length > 1 && (
        <ProcessGraph process={{ ...draft, name: name || t('process.new') }} name={nameOf} />
      )}
    </>
  );
}
