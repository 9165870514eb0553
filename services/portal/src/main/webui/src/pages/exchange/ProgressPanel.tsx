import { Progress } from '@patternfly/react-core';
import type { Run, RunProgress } from '../../api/exchange';
import { Figure, Figures, Panel } from '../../components/Facts';
import { NONE, type Texts, useTexts } from '../../i18n';
import { exceeded, span } from './runProgress';

/** How fast a run goes, how far it is and how long it takes; only while it is under way. */
export function ProgressPanel({ run }: { run: Run }) {
  const texts = useTexts();
  const { t, number } = texts;
  const progress = run.progress;
  if (!progress) return null;
  const rows = run.target.rows;
  return (
    <Panel title={t('progress.title')} testId="run-progress">
      <Figures>
        <Figure
          label={t('progress.rowRate')}
          value={rowRate(progress, texts)}
          testId="progress-rows"
        />
        <Figure
          label={t('progress.byteRate')}
          value={byteRate(progress, texts)}
          testId="progress-bytes"
        />
        <Figure
          label={t('progress.remainingRows')}
          value={number(progress.remainingRows)}
          testId="progress-remaining-rows"
        />
        <Figure
          label={t('progress.remaining')}
          value={remaining(progress, texts)}
          testId="progress-remaining"
        />
      </Figures>
      <div className="gs-section">
        {progress.percent === undefined ? (
          <p className="gs-quiet" data-testid="progress-unknown">
            {t(exceeded(progress) ? 'progress.exceeded' : 'progress.unknown', {
              applied: number(rows),
              expected: number(progress.expectedRows),
            })}
          </p>
        ) : (
          <Progress
            title={t('progress.ofExpected')}
            label={t('run.appliedOf', {
              applied: number(rows),
              sent: number(progress.expectedRows),
            })}
            value={progress.percent}
            measureLocation="top"
            aria-label={t('progress.ofExpected')}
            data-testid="progress-bar"
          />
        )}
      </div>
    </Panel>
  );
}

/** Rows a second, or that nobody knows. */
export function rowRate(progress: RunProgress | undefined, { t, number }: Texts): string {
  return progress?.rowsPerSecond === undefined
    ? NONE
    : t('progress.rowsPerSecond', { rows: number(rounded(progress.rowsPerSecond)) });
}

function byteRate(progress: RunProgress, { t, bytes }: Texts): string {
  return progress.bytesPerSecond === undefined
    ? NONE
    : t('progress.bytesPerSecond', { bytes: bytes(progress.bytesPerSecond) });
}

function rounded(rate: number): number {
  return rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate);
}

/** How long it takes yet, or that nobody knows. */
export function remaining(progress: RunProgress | undefined, { t, number }: Texts): string {
  return progress?.remainingSeconds === undefined
    ? t('progress.noTime')
    : span(progress.remainingSeconds)
        .map(({ unit, n }) => t(`progress.${unit}`, { n: number(n) }))
        .join(' ');
}
