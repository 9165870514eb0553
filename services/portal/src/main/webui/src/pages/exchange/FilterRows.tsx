import { Button, Grid, GridItem } from '@patternfly/react-core';
import { ROW_OPERATORS, type RowCondition, type RowOperator } from '../../api/exchange';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { useTexts } from '../../i18n';
import { valuesOf } from './mapping';

const LIMIT = 50;

/** Conditions that a row must fulfil to be read, one line each. */
export function FilterRows({
  conditions,
  columns,
  increment,
  errors,
  onChange,
}: {
  conditions: RowCondition[];
  /** Columns of granted items at the source. */
  columns: string[];
  increment: boolean;
  errors: (index: number, field: string) => string[];
  onChange: (conditions: RowCondition[]) => void;
}) {
  const { t, code, number } = useTexts();
  const change = (index: number, part: Partial<RowCondition>) =>
    onChange(conditions.map((each, i) => (i === index ? { ...each, ...part } : each)));
  return (
    <div className="gs-stack">
      <p className="gs-quiet">
        {conditions.length === 0 ? t('filter.none') : t('filter.lead')}
        {increment && conditions.length > 0 && ` ${t('filter.incrementNote')}`}
      </p>
      {conditions.map((condition, i) => (
        <fieldset key={i} className="gs-group" data-testid="condition">
          <legend>{t('filter.conditionOf', { number: number(i + 1) })}</legend>
          <Grid hasGutter md={3}>
            <GridItem>
              <ChoiceField
                id={`condition-${i}-column`}
                label={t('filter.column')}
                placeholder={t('field.choose')}
                value={condition.column}
                onChange={(column) => change(i, { column })}
                errors={errors(i, 'column')}
                options={columns.map((value) => ({ value, text: value }))}
              />
            </GridItem>
            <GridItem>
              <ChoiceField
                id={`condition-${i}-operator`}
                label={t('filter.operator')}
                value={condition.operator}
                onChange={(operator) => change(i, { operator: operator as RowOperator })}
                errors={errors(i, 'operator')}
                options={ROW_OPERATORS.map((value) => ({
                  value,
                  text: code('rowOperator', value),
                }))}
              />
            </GridItem>
            <GridItem>
              <Values
                id={`condition-${i}-values`}
                condition={condition}
                errors={errors(i, 'values')}
                onChange={(values) => change(i, { values })}
              />
            </GridItem>
            <GridItem className="gs-beside-label">
              <Button
                variant="link"
                aria-label={t('filter.removeOf', { number: number(i + 1) })}
                onClick={() => onChange(conditions.filter((_, other) => other !== i))}
              >
                {t('filter.remove')}
              </Button>
            </GridItem>
          </Grid>
        </fieldset>
      ))}
      <div>
        <Button
          variant="secondary"
          isDisabled={columns.length === 0 || conditions.length >= LIMIT}
          onClick={() =>
            onChange([...conditions, { column: '', operator: 'EQUALS', values: [''] }])
          }
          data-testid="add-condition"
        >
          {t('filter.add')}
        </Button>
      </div>
    </div>
  );
}

function Values({
  id,
  condition,
  errors,
  onChange,
}: {
  id: string;
  condition: RowCondition;
  errors: string[];
  onChange: (values: string[]) => void;
}) {
  const { t } = useTexts();
  switch (valuesOf(condition.operator)) {
    case 'none':
      return null;
    case 'many':
      return (
        <LongTextField
          id={id}
          label={t('filter.values')}
          hint={t('filter.valuesHint')}
          rows={2}
          value={condition.values.join('\n')}
          onChange={(text) => onChange(text.split('\n'))}
          errors={errors}
        />
      );
    default:
      return (
        <TextField
          id={id}
          label={t('filter.values')}
          value={condition.values[0] ?? ''}
          onChange={(value) => onChange([value])}
          errors={errors}
        />
      );
  }
}
