import { ActionGroup, Alert, Button, Form, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { CATALOG } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { ActionButton } from '../../components/ActionButton';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { LongTextField, Messages } from '../../components/Fields';
import { ProblemAlert } from '../../components/Remote';
import { SourceSelect } from './SourceSelect';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { SchemePreview, type Preview } from './SchemePreview';
import {
  draftsOf,
  FRONT,
  moved,
  PREFIX,
  type Scheme,
  type SegmentDraft,
  segmentsOf,
  totalsOf,
} from './segments';

/** Writes another scheme: its segments, what it would mean, and why it changes. */
export function SchemeEditor({
  current,
  onDone,
}: {
  current: Versioned<Scheme>;
  onDone: () => void;
}) {
  const { t, number } = useTexts();
  const [preview, setPreview] = useState<Preview | null>(null);
  const form = useForm(
    { drafts: draftsOf(current.data.segments), remark: '' },
    async ({ drafts, remark }) => {
      const input = { segments: segmentsOf(drafts), remark: remark.trim() || null };
      await send('PUT', `${CATALOG}/identifier-scheme`, input, current.version);
      onDone();
    },
  );
  const { drafts } = form.values;
  const set = (next: SegmentDraft[]) => {
    form.set({ drafts: next });
    setPreview(null);
  };
  const change = (index: number, part: Partial<SegmentDraft>) =>
    set(drafts.map((draft, i) => (i === index ? { ...draft, ...part } : draft)));
  const totals = totalsOf(segmentsOf(drafts));
  const fits = totals.digits === PREFIX && totals.frontEnds;
  return (
    <Panel title={t('scheme.new')} testId="scheme-editor">
      <Form onSubmit={(event) => void form.submit(event)}>
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <DataTable
          label={t('scheme.new')}
          rows={drafts}
          rowKey={(_, index) => String(index)}
          columns={[
            {
              title: t('scheme.source'),
              render: (draft, i) => (
                <SourceSelect
                  label={t('scheme.fieldOf', { field: t('scheme.source'), row: i + 1 })}
                  value={draft.source}
                  onChange={(source) => change(i, { source })}
                />
              ),
            },
            {
              title: t('scheme.digits'),
              render: (draft, i) => (
                <Cell
                  label={t('scheme.fieldOf', { field: t('scheme.digits'), row: i + 1 })}
                  id={`digits-${i}`}
                  value={draft.digits}
                  errors={form.errors(`segments[${i}].digits`)}
                  onChange={(digits) => change(i, { digits })}
                />
              ),
            },
            {
              title: t('scheme.constant'),
              render: (draft, i) =>
                draft.source === 'CONSTANT' && (
                  <Cell
                    label={t('scheme.fieldOf', { field: t('scheme.constant'), row: i + 1 })}
                    id={`constant-${i}`}
                    value={draft.constant}
                    errors={form.errors(`segments[${i}].constant`)}
                    onChange={(constant) => change(i, { constant })}
                  />
                ),
            },
            {
              title: t('scheme.order'),
              narrow: true,
              render: (_, i) => (
                <>
                  <Button
                    variant="link"
                    isDisabled={i === 0}
                    aria-label={t('scheme.upOf', { row: i + 1 })}
                    onClick={() => set(moved(drafts, i, -1))}
                  >
                    {t('scheme.up')}
                  </Button>
                  <Button
                    variant="link"
                    isDisabled={i === drafts.length - 1}
                    aria-label={t('scheme.downOf', { row: i + 1 })}
                    onClick={() => set(moved(drafts, i, 1))}
                  >
                    {t('scheme.down')}
                  </Button>
                  <Button
                    variant="link"
                    isDanger
                    aria-label={t('scheme.removeOf', { row: i + 1 })}
                    onClick={() => set(drafts.filter((_each, other) => other !== i))}
                  >
                    {t('action.delete')}
                  </Button>
                </>
              ),
            },
          ]}
        />
        <div>
          <Button
            variant="secondary"
            onClick={() => set([...drafts, { source: 'CONSTANT', digits: '', constant: '' }])}
          >
            {t('scheme.add')}
          </Button>
        </div>
        <Alert
          component="p"
          variant={fits ? 'success' : 'warning'}
          isInline
          isPlain
          title={t(fits ? 'scheme.fits' : 'scheme.misses', {
            digits: number(totals.digits),
            all: PREFIX,
            front: FRONT,
          })}
        />
        <LongTextField {...form.field('remark')} label={t('scheme.remark')} />
        <ActionGroup>
          <ActionButton
            text={t('scheme.preview')}
            testId="preview-scheme"
            action={async () => {
              const input = { segments: segmentsOf(drafts), remark: null };
              const path = `${CATALOG}/identifier-scheme/preview`;
              setPreview((await send<Preview>('POST', path, input)).data);
            }}
          />
          <Button
            type="submit"
            isLoading={form.busy}
            isDisabled={form.busy || preview === null}
            spinnerAriaValueText={t('state.loading')}
            data-testid="save-scheme"
          >
            {t('scheme.save')}
          </Button>
          <Button variant="link" onClick={onDone}>
            {t('action.cancel')}
          </Button>
        </ActionGroup>
        {preview ? (
          <SchemePreview preview={preview} />
        ) : (
          <p className="gs-quiet">{t('scheme.previewFirst')}</p>
        )}
      </Form>
    </Panel>
  );
}

function Cell({
  id,
  label,
  value,
  errors,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  errors: string[];
  onChange: (value: string) => void;
}) {
  return (
    <>
      <TextInput
        id={id}
        aria-label={label}
        inputMode="numeric"
        value={value}
        validated={errors.length > 0 ? 'error' : 'default'}
        aria-describedby={errors.length > 0 ? `${id}-help` : undefined}
        onChange={(_, next) => onChange(next)}
      />
      <Messages id={`${id}-help`} errors={errors} />
    </>
  );
}
