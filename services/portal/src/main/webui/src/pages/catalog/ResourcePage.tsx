import { useParams } from 'react-router';
import { CATALOG, type Resource } from '../../api/catalog';
import type { Versioned } from '../../api/client';
import { useVersioned } from '../../api/hooks';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { DataUpdatesPanel } from './DataUpdatesPanel';
import { DeviationsPanel } from './DeviationsPanel';
import { DifferencePanel } from './DifferencePanel';
import { ItemsPanel } from './ItemsPanel';
import { ResourceActions } from './ResourceActions';
import {
  GrantsPanel,
  HistoryPanel,
  MorePanel,
  OrganisationPanel,
  QualityPanel,
  VersionsPanel,
} from './ResourcePanels';
import { ReturnedPanel } from './ReturnedPanel';

/** One resource: what it is, its items, where it has been, and what the user may do with it. */
export function ResourcePage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const resource = useVersioned<Resource>(`${CATALOG}/resources/${id}`);
  if (resource.data === undefined) {
    return (
      <PageFrame title={t('resource.one')} crumbs={[{ to: '/catalog', text: t('menu.resources') }]}>
        <Remote query={resource}>{() => null}</Remote>
      </PageFrame>
    );
  }
  return <ResourceBody resource={resource.data} />;
}

function ResourceBody({ resource }: { resource: Versioned<Resource> }) {
  const { t, code, number, time } = useTexts();
  const r = resource.data;
  const inCatalogue = r.state === 'PUBLISHED';
  return (
    <PageFrame
      title={r.name}
      label={<CodeLabel kind="resourceState" value={r.state} testId="resource-state" />}
      lead={
        r.identifier
          ? t('resource.identifierIs', { identifier: r.identifier })
          : t('resource.noIdentifier')
      }
      crumbs={[
        inCatalogue
          ? { to: '/catalog', text: t('menu.resources') }
          : { to: '/compile', text: t('menu.compile') },
      ]}
      actions={<ResourceActions resource={resource} />}
    >
      <ReturnedPanel resource={r} />
      <Panel title={t('resource.basics')}>
        <Facts
          facts={[
            [
              t('resource.identifier'),
              <span className="gs-mono" data-testid="resource-identifier">
                {r.identifier ?? '—'}
              </span>,
            ],
            [t('resource.version'), `V${r.version}`],
            [t('resource.department'), r.department?.name],
            [t('resource.category'), r.category?.name],
            [
              t('resource.format'),
              [code('resourceFormat', r.format), r.formatType].filter(Boolean).join(' · '),
            ],
            [t('resource.dataStructure'), code('dataStructure', r.dataStructure)],
            [t('resource.sharingType'), <CodeLabel kind="sharingType" value={r.sharingType} />],
            [t('resource.openType'), code('openType', r.openType)],
            [t('resource.updateFrequency'), code('updateFrequency', r.updateFrequency)],
            [t('resource.sharingMethod'), code('sharingMethod', r.sharingMethod)],
            [t('resource.rowCount'), number(r.rowCount)],
            [t('resource.publishedAt'), time(r.publishedAt)],
          ]}
        />
        <Facts columns={1} facts={[[t('resource.abstract'), r.abstract]]} />
      </Panel>
      <MorePanel resource={r} />
      <OrganisationPanel resource={r} />
      <ItemsPanel resource={r} />
      <DeviationsPanel resource={r} />
      <DataUpdatesPanel resource={r} />
      {r.version > 1 && <DifferencePanel id={r.id} />}
      <GrantsPanel resource={r} />
      <QualityPanel resource={r} />
      <VersionsPanel resource={r} />
      <HistoryPanel resource={r} />
    </PageFrame>
  );
}
