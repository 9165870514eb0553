import {
  Button,
  Checkbox,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { useId, useState } from 'react';
import { MAPPING_FUNCTIONS, type MappingFunction, type MappingStep } from '../../api/exchange';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { useTexts } from '../../i18n';
import { ARGUMENTS, newStep, pairsOf, stepText, tableOf } from './mapping';

const LIMIT = 20;

/** What is done to one item's values, and a dialog to change it. */
export function StepsDialog({
  name,
  steps,
  columns,
  disabled,
  onChange,
}: {
  /** The item's name. */
  name: string;
  steps: MappingStep[];
  /** Columns of granted items at the source. */
  columns: string[];
  disabled?: boolean;
  onChange: (steps: MappingStep[]) => void;
}) {
  const texts = useTexts();
  const { t, number } = texts;
  const titleId = useId();
  const summary =
    steps.length === 0
      ? t('mapping.asItIs')
      : steps.map((step) => stepText(step, texts)).join(' → ');
  const [draft, setDraft] = useState<MappingStep[] | null>(null);
  const close = () => setDraft(null);
  const change = (index: number, step: MappingStep) =>
    setDraft((old) => (old ?? []).map((each, i) => (i === index ? step : each)));
  return (
    <>
      <Button
        variant="link"
        isInline
        isDisabled={disabled}
        aria-label={t('mapping.editSteps', { name, steps: summary })}
        onClick={() => setDraft(steps)}
        data-testid="edit-steps"
      >
        {summary}
      </Button>
      {/* No form of its own: it stands within the designer's. */}
      <Modal
        variant="medium"
        isOpen={draft !== null}
        onEscapePress={close}
        aria-labelledby={titleId}
      >
        <ModalHeader title={t('mapping.stepsOf', { name })} labelId={titleId} />
        <ModalBody>
          <div className="pf-v6-c-form">
            <p>{t('mapping.stepsLead')}</p>
            {(draft ?? []).map((step, i) => (
              <fieldset key={i} className="gs-group">
                <legend>{t('mapping.step', { number: number(i + 1) })}</legend>
                <div className="gs-fields">
                  <ChoiceField
                    id={`step-${i}-function`}
                    label={t('mapping.function')}
                    value={step.function}
                    onChange={(chosen) => change(i, newStep(chosen as MappingFunction))}
                    options={MAPPING_FUNCTIONS.map((value) => ({
                      value,
                      text: texts.code('mappingFunction', value),
                    }))}
                  />
                  <Arguments
                    key={step.function}
                    id={`step-${i}`}
                    step={step}
                    columns={columns}
                    onChange={(values) => change(i, { ...step, arguments: values })}
                  />
                </div>
                <Button
                  variant="link"
                  isInline
                  onClick={() => setDraft((draft ?? []).filter((_, other) => other !== i))}
                >
                  {t('mapping.removeStep', { number: number(i + 1) })}
                </Button>
              </fieldset>
            ))}
            <div>
              <Button
                variant="secondary"
                isDisabled={(draft?.length ?? 0) >= LIMIT}
                onClick={() => setDraft([...(draft ?? []), newStep('TRIM')])}
                data-testid="add-step"
              >
                {t('mapping.addStep')}
              </Button>
            </div>
          </div>
        </ModalBody>
        <ModalFooter>
          <Button
            onClick={() => {
              onChange(draft ?? []);
              close();
            }}
            data-testid="take-steps"
          >
            {t('mapping.done')}
          </Button>
          <Button variant="link" onClick={close}>
            {t('action.cancel')}
          </Button>
        </ModalFooter>
      </Modal>
    </>
  );
}

interface ArgumentsProps {
  id: string;
  step: MappingStep;
  columns: string[];
  onChange: (values: string[]) => void;
}

function Arguments(props: ArgumentsProps) {
  const { t } = useTexts();
  const { id, step, onChange } = props;
  if (step.function === 'LOOKUP') {
    return <CodeTable {...props} />;
  }
  if (step.function === 'CONCATENATE') {
    return <Joined {...props} />;
  }
  return (ARGUMENTS[step.function] ?? []).map(([label, hint], i) => (
    <TextField
      key={label}
      id={`${id}-${i}`}
      label={t(label)}
      hint={hint && t(hint)}
      value={step.arguments[i] ?? ''}
      onChange={(value) =>
        onChange(
          Array.from({ length: Math.max(step.arguments.length, i + 1) }, (_, other) =>
            other === i ? value : (step.arguments[other] ?? ''),
          ),
        )
      }
    />
  ));
}

function CodeTable({ id, step, onChange }: ArgumentsProps) {
  const { t, number } = useTexts();
  const [typed, setTyped] = useState(() => tableOf(step.arguments));
  const { faults } = pairsOf(typed.pairs, typed.others);
  const type = (part: Partial<typeof typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    onChange(pairsOf(next.pairs, next.others).values);
  };
  return (
    <>
      <LongTextField
        id={`${id}-pairs`}
        label={t('mapping.pairs')}
        hint={t('mapping.pairsHint')}
        value={typed.pairs}
        onChange={(pairs) => type({ pairs })}
        errors={faults.map((line) => t('mapping.pairsFault', { line: number(line) }))}
      />
      <TextField
        id={`${id}-others`}
        label={t('mapping.others')}
        hint={t('mapping.othersHint')}
        value={typed.others}
        onChange={(others) => type({ others })}
      />
    </>
  );
}

function Joined({ id, step, columns, onChange }: ArgumentsProps) {
  const { t } = useTexts();
  const [separator = '', ...joined] = step.arguments;
  return (
    <>
      <TextField
        id={`${id}-separator`}
        label={t('mapping.separator')}
        value={separator}
        onChange={(value) => onChange([value, ...joined])}
      />
      <fieldset className="gs-group">
        <legend>{t('mapping.columns')}</legend>
        <p className="gs-quiet">{t('mapping.columnsHint')}</p>
        {columns.map((column) => (
          <Checkbox
            key={column}
            id={`${id}-${column}`}
            label={<span className="gs-mono">{column}</span>}
            isChecked={joined.includes(column)}
            onChange={(_, on) =>
              onChange([
                separator,
                ...(on ? [...joined, column] : joined.filter((other) => other !== column)),
              ])
            }
          />
        ))}
      </fieldset>
    </>
  );
}
