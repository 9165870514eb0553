import { Button, Grid, GridItem } from '@patternfly/react-core';
import { type TimeWindow, WINDOW_DAYS } from '../../api/exchange';
import { ChoiceField, TextField } from '../../components/Fields';
import { useTexts } from '../../i18n';

const LIMIT = 10;

/** Hours in which a service may run, one line each. */
export function Windows({
  windows,
  onChange,
  errors,
}: {
  windows: TimeWindow[];
  onChange: (windows: TimeWindow[]) => void;
  errors: (index: number, field: string) => string[];
}) {
  const { t, code, number } = useTexts();
  const change = (index: number, part: Partial<TimeWindow>) =>
    onChange(windows.map((window, i) => (i === index ? { ...window, ...part } : window)));
  return (
    <fieldset className="gs-group">
      <legend>{t('schedule.windows')}</legend>
      {windows.map((window, i) => (
        <Grid hasGutter md={3} key={i}>
          <GridItem>
            <ChoiceField
              id={`window-${i}-days`}
              label={t('window.days')}
              value={window.days}
              onChange={(days) => change(i, { days: days as TimeWindow['days'] })}
              errors={errors(i, 'days')}
              options={WINDOW_DAYS.map((value) => ({ value, text: code('windowDays', value) }))}
            />
          </GridItem>
          <GridItem>
            <TextField
              id={`window-${i}-from`}
              label={t('window.from')}
              value={window.from}
              onChange={(from) => change(i, { from })}
              errors={errors(i, 'from')}
              hint={t('window.hint')}
            />
          </GridItem>
          <GridItem>
            <TextField
              id={`window-${i}-to`}
              label={t('window.to')}
              value={window.to}
              onChange={(to) => change(i, { to })}
              errors={errors(i, 'to')}
            />
          </GridItem>
          <GridItem className="gs-beside-label">
            <Button
              variant="link"
              aria-label={t('window.removeOf', { number: number(i + 1) })}
              onClick={() => onChange(windows.filter((_, other) => other !== i))}
            >
              {t('window.remove')}
            </Button>
          </GridItem>
        </Grid>
      ))}
      <Button
        variant="link"
        isInline
        isDisabled={windows.length >= LIMIT}
        onClick={() => onChange([...windows, { days: 'EVERY_DAY', from: '20:00', to: '06:00' }])}
        data-testid="add-window"
      >
        {t('window.add')}
      </Button>
    </fieldset>
  );
}
