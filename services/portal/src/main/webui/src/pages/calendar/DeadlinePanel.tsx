import { Alert, Grid, GridItem } from '@patternfly/react-core';
import { useState } from 'react';
import { CATALOG } from '../../api/catalog';
import { query } from '../../api/client';
import { useGet } from '../../api/hooks';
import { Facts, Panel } from '../../components/Facts';
import { TextField } from '../../components/Fields';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';

interface Deadline {
  day: string;
  dueAt: string;
  calendarKnown: boolean;
}

/** When so many working days from a day end. */
export function DeadlinePanel() {
  const { t, date, time } = useTexts();
  const [from, setFrom] = useState(() => date(new Date().toISOString()));
  const [workingDays, setWorkingDays] = useState('10');
  const asked = from !== '' && /^\d{1,3}$/.test(workingDays);
  const deadline = useGet<Deadline>(`${CATALOG}/calendar/deadline${query({ from, workingDays })}`, {
    enabled: asked,
  });
  return (
    <Panel title={t('calendar.deadline')} testId="deadline">
      <Grid hasGutter md={6}>
        <GridItem>
          <TextField
            id="deadline-from"
            type="date"
            label={t('calendar.from')}
            value={from}
            onChange={setFrom}
          />
        </GridItem>
        <GridItem>
          <TextField
            id="deadline-days"
            type="number"
            label={t('calendar.workingDays')}
            value={workingDays}
            onChange={setWorkingDays}
          />
        </GridItem>
      </Grid>
      {asked && (
        <div className="gs-block-top">
          <Remote query={deadline}>
            {(found) => (
              <>
                <Facts facts={[[t('calendar.endsOn'), time(found.dueAt)]]} />
                {!found.calendarKnown && (
                  <Alert
                    component="p"
                    variant="warning"
                    isInline
                    isPlain
                    title={t('calendar.onlyWeekends')}
                  />
                )}
              </>
            )}
          </Remote>
        </div>
      )}
    </Panel>
  );
}
