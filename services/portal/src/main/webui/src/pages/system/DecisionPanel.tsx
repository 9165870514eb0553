import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { send } from '../../api/client';
import { ConfirmButton } from '../../components/Actions';
import { Facts, Panel } from '../../components/Facts';
import { useTexts } from '../../i18n';
import type { Entry } from '../reference/entity';
import { DecideButton } from './DecideButton';
import type { System } from './system';

/** What is to become of a system, and the way to say so. */
export function DecisionPanel({ system: entry, decides }: { system: Entry; decides: boolean }) {
  const { t, code, time } = useTexts();
  const queries = useQueryClient();
  const system = entry as unknown as System;
  const decided = system.decision;
  return (
    <Panel
      title={t('system.decision')}
      testId="decision"
      actions={
        decides && (
          <>
            <DecideButton system={system} variant={decided ? 'secondary' : 'primary'} />{' '}
            {decided && (
              <ConfirmButton
                text={t('system.reopen')}
                title={t('system.reopen')}
                question={t('system.reopenQuestion', { name: system.name })}
                variant="secondary"
                action={async () => {
                  const path = `${CATALOG}/systems/${system.id}/decision`;
                  await send('DELETE', path, undefined, `"${system.revision}"`);
                  await queries.invalidateQueries();
                }}
              />
            )}
          </>
        )
      }
    >
      {decided ? (
        <Facts
          facts={[
            [t('system.decision'), code('cleanUp', decided.decision)],
            [
              t('system.target'),
              decided.targetId && (
                <Link to={`/reference/systems/${decided.targetId}`}>
                  {decided.targetName ?? decided.targetId}
                </Link>
              ),
            ],
            [t('system.reason'), decided.reason],
            [t('history.actor'), decided.by],
            [t('history.at'), time(decided.at)],
          ]}
        />
      ) : (
        <p>{t('system.undecided')}</p>
      )}
    </Panel>
  );
}
