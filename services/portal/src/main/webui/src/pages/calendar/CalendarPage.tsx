import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CATALOG, type Page } from '../../api/catalog';
import { ApiProblem, getVersioned, type Versioned } from '../../api/client';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable, useFilter } from '../../components/DataTable';
import { Facts, Figure, Figures, Panel } from '../../components/Facts';
import { FilterSelect } from '../../components/Fields';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { ChangeHistory } from '../history/ChangeHistory';
import { type CalendarYear, monthsOf, type SpecialDay, workingDaysOf } from './days';
import { DeadlinePanel } from './DeadlinePanel';
import { ImportDays } from './ImportDays';
import { MonthTable } from './MonthTable';
import { YearEditor } from './YearEditor';

/** 工作日历: holidays and days made up, year by year. */
export function CalendarPage() {
  const { t } = useTexts();
  const me = useUser();
  const today = new Date().getFullYear();
  const [chosen, setChosen] = useFilter('year');
  const [editing, setEditing] = useState(false);
  const year = Number.parseInt(chosen, 10) || today;
  const years = useGet<Page<CalendarYear>>(`${CATALOG}/calendar/years?size=100`);
  const known = (years.data?.items ?? []).map((each) => each.year);
  const choices = [...new Set([...known, today, today + 1, year])].sort((a, b) => b - a);
  const found = useYear(year);
  const writes = may(me, 'manage');
  return (
    <PageFrame
      title={t('menu.calendar')}
      lead={t('calendar.lead')}
      actions={
        writes &&
        found.isSuccess &&
        !editing && (
          <>
            <Button onClick={() => setEditing(true)} data-testid="edit-year">
              {t('calendar.edit')}
            </Button>
            <ImportDays year={year} version={found.data?.version} />
          </>
        )
      }
    >
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <FilterSelect
                id="year"
                label={t('calendar.year')}
                all={t('calendar.thisYear', { year: today })}
                value={year === today ? '' : String(year)}
                options={choices
                  .filter((each) => each !== today)
                  .map((each) => ({
                    value: String(each),
                    text: known.includes(each)
                      ? String(each)
                      : t('calendar.unknownYear', { year: each }),
                  }))}
                onChange={(value) => {
                  setEditing(false);
                  setChosen(value);
                }}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <Remote query={found}>
          {(data) =>
            editing ? (
              <YearEditor key={year} year={year} found={data} onDone={() => setEditing(false)} />
            ) : (
              <Year year={year} found={data?.data} />
            )
          }
        </Remote>
      </div>
      {!editing && <DeadlinePanel />}
      {writes && !editing && <ChangeHistory kind="calendar-year" id={String(year)} />}
    </PageFrame>
  );
}

/** A year, or nothing where its holidays are not announced yet. */
function useYear(year: number) {
  return useQuery({
    queryKey: ['versioned', 'calendar', year],
    queryFn: async (): Promise<Versioned<CalendarYear> | null> => {
      try {
        return await getVersioned<CalendarYear>(`${CATALOG}/calendar/years/${year}`);
      } catch (failure) {
        if (failure instanceof ApiProblem && failure.status === 404) {
          return null;
        }
        throw failure;
      }
    },
  });
}

function Year({ year, found }: { year: number; found: CalendarYear | undefined }) {
  const { t, number, time } = useTexts();
  const days = found?.days ?? [];
  const months = monthsOf(year, days);
  const count = (kind: SpecialDay['kind']) => days.filter((each) => each.kind === kind).length;
  return (
    <>
      <Panel title={t('calendar.of', { year })} testId="year">
        <Figures>
          <Figure label={t('calendar.workingDays')} value={number(workingDaysOf(months))} />
          <Figure label={t('calendar.holidays')} value={number(count('HOLIDAY'))} to="#days" />
          <Figure label={t('calendar.madeUp')} value={number(count('WORKING_DAY'))} to="#days" />
        </Figures>
        <div className="gs-months gs-block-top">
          {months.map((month) => (
            <MonthTable key={month.month} year={year} month={month} />
          ))}
        </div>
        <div className="gs-block-top">
          <Facts
            facts={[
              [t('calendar.source'), found ? found.source : t('calendar.notAnnounced')],
              [t('history.actor'), found?.changedBy],
              [t('history.at'), time(found?.changedAt)],
            ]}
          />
        </div>
      </Panel>
      <div id="days" className="gs-block-top">
        <Panel title={t('calendar.days')} testId="days">
          <DayTable days={days} />
        </Panel>
      </div>
    </>
  );
}

function DayTable({ days }: { days: SpecialDay[] }) {
  const { t, code } = useTexts();
  return (
    <DataTable
      label={t('calendar.days')}
      rows={days}
      rowKey={(each) => each.day}
      rowTestId="day-row"
      empty={t('calendar.notAnnounced')}
      columns={[
        { title: t('calendar.day'), narrow: true, render: (each) => each.day },
        { title: t('calendar.kind'), render: (each) => code('dayKind', each.kind) },
        { title: t('calendar.name'), render: (each) => each.name },
      ]}
    />
  );
}
