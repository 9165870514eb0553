import { Link } from 'react-router';
import {
  CATALOG,
  type Grant,
  type HistoryEntry,
  type Page,
  type Resource,
  type ResourceQuality,
} from '../../api/catalog';
import { query } from '../../api/client';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { Remote } from '../../components/Remote';
import { NONE, useTexts } from '../../i18n';
import { CampaignName } from '../campaign/CampaignField';
import { Gains } from '../statistics/Gains';
import { ENTRIES, type EntryField, EntryName } from './EntryName';
import type { FieldRemark } from './remarks';
import { ResourceByIdentifier, useVersions } from './ResourceByIdentifier';
import { RemarkList } from './ReturnedPanel';

/** What else is known of a resource, as far as anything is. */
export function MorePanel({ resource: r }: { resource: Resource }) {
  const { t, code, number, time } = useTexts();
  const email = r.contact?.email;
  return (
    <Panel title={t('resource.more')} testId="more">
      <Facts
        facts={[
          [
            t('resource.keywords'),
            r.keywords?.length ? (
              <span className="gs-links">
                {r.keywords.map((keyword) => (
                  <Link key={keyword} to={`/catalog${query({ q: keyword })}`} data-testid="keyword">
                    {keyword}
                  </Link>
                ))}
              </span>
            ) : undefined,
          ],
          [t('resource.openCondition'), r.openCondition],
          [t('resource.dataUpdatedAt'), time(r.dataUpdatedAt)],
          [
            t('resource.contact'),
            r.contact?.name || r.contact?.phone || email ? (
              <>
                {[r.contact?.name, r.contact?.phone].filter(Boolean).join(' · ')}{' '}
                {email && <a href={`mailto:${email}`}>{email}</a>}
              </>
            ) : undefined,
          ],
          [
            code('resourceField', 'campaignId'),
            r.campaignId && <CampaignName key="campaign" id={r.campaignId} />,
          ],
          [code('resourceField', 'proposedIdentifier'), r.proposedIdentifier],
          [t('census.storageGb'), number(r.census?.storageGb)],
          [t('census.sharedStorageGb'), number(r.census?.sharedStorageGb)],
          [t('census.sharedRows'), number(r.census?.sharedRows)],
          [t('census.openStorageGb'), number(r.census?.openStorageGb)],
          [t('census.openRows'), number(r.census?.openRows)],
          [
            t('resource.related'),
            r.relatedResources?.length ? (
              <ul className="gs-plain-list">
                {r.relatedResources.map((identifier) => (
                  <li key={identifier} data-testid="related">
                    <ResourceByIdentifier identifier={identifier} />
                  </li>
                ))}
              </ul>
            ) : undefined,
          ],
        ]}
      />
    </Panel>
  );
}

/** Which office, function, matter and system of its department a resource belongs to. */
export function OrganisationPanel({ resource: r }: { resource: Resource }) {
  const { t, code } = useTexts();
  const named = (Object.keys(ENTRIES) as EntryField[]).filter((field) => r[field]);
  if (named.length === 0) {
    return null;
  }
  return (
    <Panel title={t('resource.organisation')}>
      <Facts
        facts={named.map((field) => [
          code('resourceField', field),
          <EntryName key={field} field={field} id={r[field]!} />,
        ])}
      />
    </Panel>
  );
}

/** How good the entry is, and what would make it better. */
export function QualityPanel({ resource: r }: { resource: Resource }) {
  const { t, code, number } = useTexts();
  const me = useUser();
  const quality = useGet<ResourceQuality>(`${CATALOG}/resources/${r.id}/quality`);
  const mine = may(me, 'edit') && r.department?.code === me.department?.code;
  return (
    <Panel title={t('quality.ofResource')} testId="quality">
      <Remote query={quality}>
        {(found) => {
          const best = found.gains[0];
          return (
            <>
              <Facts
                columns={2}
                facts={[
                  [t('quality.score'), number(found.score)],
                  [t('quality.gains'), <Gains key="gains" gains={found.gains} />],
                ]}
              />
              {best && mine && (
                <p className="gs-block-top" data-testid="best-action">
                  {t('quality.bestStep', { action: code('criterion', best.action) })}{' '}
                  {r.state === 'DRAFT' || r.state === 'RETURNED' ? (
                    <Link to={`/compile/${r.id}/edit`}>{t('quality.mend')}</Link>
                  ) : (
                    r.state === 'PUBLISHED' && t('quality.byNewVersion')
                  )}
                </p>
              )}
            </>
          );
        }}
      </Remote>
    </Panel>
  );
}

const SEES_GRANTS = [
  'requester',
  'department-reviewer',
  'sharing-reviewer',
  'exchange-designer',
  'exchange-operator',
] as const;

/** Who holds what of a resource, as far as the user may know. */
export function GrantsPanel({ resource: r }: { resource: Resource }) {
  const me = useUser();
  const concerned = SEES_GRANTS.some((role) => me.roles.includes(role));
  return concerned && r.publishedAt ? <Grants resource={r} /> : null;
}

function Grants({ resource: r }: { resource: Resource }) {
  const { t, time } = useTexts();
  const grants = useGet<Page<Grant>>(
    `${CATALOG}/grants${query({ resource: r.id, state: 'ACTIVE', size: 50 })}`,
  );
  return (
    <Panel title={t('resource.grants')} testId="grants">
      <Remote query={grants}>
        {(found) => (
          <DataTable
            label={t('resource.grants')}
            rows={found.items}
            rowKey={(g) => g.id}
            rowTestId="grant-row"
            empty={t('resource.noGrants')}
            columns={[
              { title: t('request.requester'), render: (g) => g.requesterDepartment.name },
              {
                title: t('resource.items'),
                render: (g) => g.items.map((i) => i.name).join(t('list.separator')),
              },
              { title: t('grant.grantedAt'), narrow: true, render: (g) => time(g.grantedAt) },
              { title: t('grant.expiresAt'), narrow: true, render: (g) => time(g.expiresAt) },
              {
                title: t('action.view'),
                narrow: true,
                render: (g) => <Link to={`/grants/${g.id}`}>{t('request.openGrant')}</Link>,
              },
            ]}
          />
        )}
      </Remote>
    </Panel>
  );
}

/** Every version of a resource that the user may see. */
export function VersionsPanel({ resource: r }: { resource: Resource }) {
  const { t, time } = useTexts();
  const versions = useVersions(r.identifier);
  const rows = versions.data?.versions ?? [];
  if (rows.length < 2) {
    return null;
  }
  return (
    <Panel title={t('resource.versions')} testId="versions">
      <DataTable
        label={t('resource.versions')}
        rows={[...rows].reverse()}
        rowKey={(v) => v.id}
        columns={[
          { title: t('resource.version'), narrow: true, render: (v) => `V${v.version}` },
          {
            title: t('resource.name'),
            render: (v) => (v.id === r.id ? v.name : <Link to={`/catalog/${v.id}`}>{v.name}</Link>),
          },
          {
            title: t('resource.state'),
            render: (v) => <CodeLabel kind="resourceState" value={v.state} />,
          },
          { title: t('resource.publishedAt'), narrow: true, render: (v) => time(v.publishedAt) },
        ]}
      />
    </Panel>
  );
}

/** Every step of a resource's way, with who took it and what was remarked. */
export function HistoryPanel({ resource: r }: { resource: Resource }) {
  const { t, code, time } = useTexts();
  const history = useGet<Page<HistoryEntry>>(`${CATALOG}/resources/${r.id}/history?size=100`);
  return (
    <Panel title={t('history.title')} testId="history">
      <Remote query={history}>
        {(found) => (
          <DataTable
            label={t('history.title')}
            rows={found.items}
            rowKey={(_, i) => String(i)}
            columns={[
              { title: t('history.at'), narrow: true, render: (h) => time(h.at) },
              { title: t('history.action'), render: (h) => code('historyAction', h.action) },
              {
                title: t('history.state'),
                render: (h) => <CodeLabel kind="resourceState" value={h.to} />,
              },
              { title: t('history.actor'), render: (h) => h.actor },
              {
                title: t('field.remark'),
                render: (h) => (
                  <>
                    {h.remark ?? NONE}
                    <RemarkList remarks={(h.remarks ?? []) as FieldRemark[]} items={r.items} />
                  </>
                ),
              },
            ]}
            empty={t('history.none')}
          />
        )}
      </Remote>
    </Panel>
  );
}
