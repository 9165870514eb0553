import { Button } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Page } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import {
  type DesignDifference,
  type DesignVersion,
  EXCHANGE,
  type ServiceDetail,
} from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { DataTable } from '../../components/DataTable';
import { Panel, Section } from '../../components/Facts';
import { Remote } from '../../components/Remote';
import { NONE, useTexts } from '../../i18n';
import { settingName, settingValue } from './difference';

/** The designs that a service has had; in what they differ from now; putting one in force again. */
export function VersionsPanel({ service }: { service: Versioned<ServiceDetail> }) {
  const { t, number, time } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const [compared, setCompared] = useState<number | null>(null);
  const current = service.data.designVersion;
  const path = `${EXCHANGE}/services/${service.data.id}/versions`;
  const versions = useGet<Page<DesignVersion>>(`${path}?size=20`);
  return (
    <Panel title={t('version.title')} testId="versions">
      <Remote query={versions}>
        {(found) => (
          <DataTable
            label={t('version.title')}
            rows={found.items}
            rowKey={(v) => String(v.number)}
            rowTestId="version-row"
            columns={[
              {
                title: t('version.number'),
                narrow: true,
                render: (v) =>
                  v.number === current
                    ? t('version.current', { number: number(v.number) })
                    : number(v.number),
              },
              { title: t('version.changedAt'), render: (v) => time(v.changedAt) },
              { title: t('version.changedBy'), render: (v) => v.changedBy },
              {
                title: t('version.restoredFrom'),
                render: (v) => (v.restoredFrom == null ? NONE : number(v.restoredFrom)),
              },
              {
                title: t('version.actions'),
                render: (v) =>
                  v.number === current ? (
                    NONE
                  ) : (
                    <>
                      <Button
                        variant="link"
                        isInline
                        aria-label={t('version.compareOf', { number: number(v.number) })}
                        onClick={() => setCompared(v.number)}
                      >
                        {t('version.compare')}
                      </Button>{' '}
                      {may(me, 'design') && (
                        <ConfirmButton
                          text={t('version.restore')}
                          title={t('version.restore')}
                          question={t('version.restoreQuestion', { number: number(v.number) })}
                          variant="link"
                          action={async () => {
                            await send(
                              'POST',
                              `${path}/${v.number}/restoration`,
                              undefined,
                              service.version,
                            );
                            setCompared(null);
                            await queries.invalidateQueries();
                          }}
                        />
                      )}
                    </>
                  ),
              },
            ]}
          />
        )}
      </Remote>
      {compared !== null && (
        <Difference path={`${path}/${current}/difference?with=${compared}`} former={compared} />
      )}
    </Panel>
  );
}

function Difference({ path, former }: { path: string; former: number }) {
  const texts = useTexts();
  const { t, number } = texts;
  const difference = useGet<DesignDifference[]>(path);
  return (
    <Section title={t('version.differenceOf', { number: number(former) })}>
      <Remote query={difference}>
        {(found) => (
          <DataTable
            label={t('version.differenceOf', { number: number(former) })}
            rows={found}
            rowKey={(d) => d.path}
            rowTestId="difference-row"
            part
            empty={t('version.same')}
            columns={[
              { title: t('version.path'), render: (d) => settingName(d.path, texts) },
              {
                title: t('version.before', { number: number(former) }),
                render: (d) => settingValue(d.path, d.before, texts),
              },
              { title: t('version.now'), render: (d) => settingValue(d.path, d.after, texts) },
            ]}
          />
        )}
      </Remote>
    </Section>
  );
}
