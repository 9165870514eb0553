import { ActionGroup, Button, Form, Grid, GridItem } from '@patternfly/react-core';
import { CATALOG } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { Panel } from '../../components/Facts';
import { TextField } from '../../components/Fields';
import { ProblemAlert } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { type CalendarYear, monthsOf, turned, workingDaysOf } from './days';
import { MonthTable } from './MonthTable';

/** Writes the holidays of a year by turning its days. */
export function YearEditor({
  year,
  found,
  onDone,
}: {
  year: number;
  found: Versioned<CalendarYear> | null;
  onDone: () => void;
}) {
  const { t, number } = useTexts();
  const form = useForm(
    { source: found?.data.source ?? '', name: '', days: found?.data.days ?? [] },
    async ({ source, days }) => {
      const path = `${CATALOG}/calendar/years/${year}`;
      await send('PUT', path, { source, days }, found?.version);
      onDone();
    },
  );
  const { days, name } = form.values;
  const months = monthsOf(year, days);
  return (
    <Panel title={t('calendar.editOf', { year })} testId="year-editor">
      <Form onSubmit={(event) => void form.submit(event)}>
        {form.problem !== null && (
          <ProblemAlert error={form.problem} hiddenFields={(field) => field === 'source'} />
        )}
        <Grid hasGutter md={6}>
          <GridItem>
            <TextField
              {...form.field('source')}
              label={t('calendar.source')}
              hint={t('calendar.sourceHint')}
              required
            />
          </GridItem>
          <GridItem>
            <TextField
              {...form.field('name')}
              label={t('calendar.nameOfNext')}
              hint={t('calendar.nameHint')}
            />
          </GridItem>
        </Grid>
        <p>
          {t('calendar.turnHint')} {t('calendar.now', { count: number(workingDaysOf(months)) })}
        </p>
        <div className="gs-months">
          {months.map((month) => (
            <MonthTable
              key={month.month}
              year={year}
              month={month}
              onTurn={(date) => form.set({ days: turned(days, date, name.trim()) })}
            />
          ))}
        </div>
        <ActionGroup>
          <Button
            type="submit"
            isLoading={form.busy}
            isDisabled={form.busy}
            spinnerAriaValueText={t('state.loading')}
            data-testid="save-year"
          >
            {t('reference.save')}
          </Button>
          <Button variant="link" onClick={onDone}>
            {t('action.cancel')}
          </Button>
        </ActionGroup>
      </Form>
    </Panel>
  );
}
