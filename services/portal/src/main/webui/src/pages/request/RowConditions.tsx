import { Button, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import type { DataItem } from '../../api/catalog';
import { useTexts } from '../../i18n';

/** A condition on rows as it is being written. */
export interface RowConditionForm {
  itemId: string;
  operator: string;
  value: string;
}

const OPERATORS = [
  'EQUALS',
  'NOT_EQUALS',
  'LESS',
  'AT_MOST',
  'GREATER',
  'AT_LEAST',
  'IN',
  'STARTS_WITH',
  'IS_NULL',
  'IS_NOT_NULL',
];

const WITHOUT_VALUE = ['IS_NULL', 'IS_NOT_NULL'];

/** The conditions as the catalogue takes them: one of several values is written a line each. */
export function rowConditionsOf(forms: RowConditionForm[]) {
  return forms.map(({ itemId, operator, value }) => ({
    itemId,
    operator,
    values: valuesOf(operator, value),
  }));
}

function valuesOf(operator: string, value: string): string[] {
  if (WITHOUT_VALUE.includes(operator)) {
    return [];
  }
  return operator === 'IN'
    ? value
        .split(/[,，、\s]+/)
        .map((each) => each.trim())
        .filter((each) => each !== '')
    : [value.trim()];
}

/** Whether every line says what to compare with. */
export function complete(forms: RowConditionForm[]): boolean {
  return forms.every(
    (form) =>
      form.itemId !== '' &&
      (WITHOUT_VALUE.includes(form.operator) ||
        valuesOf(form.operator, form.value).join('') !== ''),
  );
}

/** Conditions that rows must fulfil to be granted. */
export function RowConditions({
  items,
  value,
  onChange,
}: {
  items: DataItem[];
  value: RowConditionForm[];
  onChange: (value: RowConditionForm[]) => void;
}) {
  const { t, code } = useTexts();
  const set = (index: number, change: Partial<RowConditionForm>) =>
    onChange(value.map((form, i) => (i === index ? { ...form, ...change } : form)));
  const comparable = items.filter((item) => item.fieldName);
  return (
    <FormGroup role="group" label={t('grant.rowConditions')} className="gs-block">
      <p className="gs-quiet">{t('grant.rowConditionsHint')}</p>
      {value.map((form, index) => {
        const line = index + 1;
        return (
          <div key={line} className="gs-line" data-testid="row-condition">
            <FormSelect
              aria-label={t('grant.conditionItem', { line })}
              value={form.itemId}
              onChange={(_, itemId) => set(index, { itemId })}
            >
              <FormSelectOption value="" label={t('field.choose')} />
              {comparable.map((item) => (
                <FormSelectOption key={item.id} value={item.id} label={item.name} />
              ))}
            </FormSelect>
            <FormSelect
              aria-label={t('grant.conditionOperator', { line })}
              value={form.operator}
              onChange={(_, operator) => set(index, { operator })}
            >
              {OPERATORS.map((operator) => (
                <FormSelectOption
                  key={operator}
                  value={operator}
                  label={code('rowOperator', operator)}
                />
              ))}
            </FormSelect>
            <TextInput
              aria-label={t('grant.conditionValue', { line })}
              value={form.value}
              isDisabled={WITHOUT_VALUE.includes(form.operator)}
              placeholder={form.operator === 'IN' ? t('grant.conditionValues') : undefined}
              onChange={(_, next) => set(index, { value: next })}
            />
            <Button
              variant="link"
              aria-label={t('grant.dropCondition', { line })}
              onClick={() => onChange(value.filter((_, i) => i !== index))}
            >
              {t('action.delete')}
            </Button>
          </div>
        );
      })}
      <Button
        variant="link"
        isInline
        isDisabled={comparable.length === 0}
        onClick={() => onChange([...value, { itemId: '', operator: 'EQUALS', value: '' }])}
        data-testid="add-row-condition"
      >
        {t('grant.addCondition')}
      </Button>
    </FormGroup>
  );
}
