import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { download, query } from '../../api/client';
import { EXCHANGE } from '../../api/exchange';
import { ProblemAlert } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { runQuestion } from './runHistory';

/** As many runs as the service writes into one table. */
const LIMIT = 10_000;

/** Takes the runs that the list is narrowed to away as a table. */
export function RunsExport({ total }: { total: number | undefined }) {
  const { t, number } = useTexts();
  const [search] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const take = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await download(`${EXCHANGE}/runs/export${query({ ...runQuestion(search) })}`);
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        variant="secondary"
        isLoading={busy}
        isDisabled={busy}
        spinnerAriaValueText={t('state.loading')}
        onClick={() => void take()}
        data-testid="export-runs"
      >
        {(total ?? 0) > LIMIT ? t('runs.exportFirst', { limit: number(LIMIT) }) : t('runs.export')}
      </Button>
      {problem !== null && <ProblemAlert error={problem} />}
    </>
  );
}
