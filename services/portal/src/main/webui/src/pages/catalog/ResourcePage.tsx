import { Button } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import {
  CATALOG,
  type DataItem,
  type HistoryEntry,
  type Page,
  type Resource,
  type ResourceQuality,
} from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useGet, useVersioned } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton, GuardedButton } from '../../components/Actions';
import { type Column, DataTable } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { NONE, useTexts } from '../../i18n';
import { SubscribeButton } from '../notice/SubscribeButton';
import { Gains } from '../statistics/Gains';
import { applyRefusal } from './CatalogPage';
import { DifferencePanel } from './DifferencePanel';
import type { FieldRemark } from './remarks';
import { RemarkList, ReturnedPanel } from './ReturnedPanel';

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
  const itemColumns: Column<DataItem>[] = [
    { title: t('column.number'), numeric: true, narrow: true, render: (_, i) => number(i + 1) },
    { title: t('item.name'), render: (i) => i.name },
    { title: t('item.fieldName'), className: 'gs-mono', render: (i) => i.fieldName ?? '—' },
    { title: t('item.dataType'), narrow: true, render: (i) => code('dataType', i.dataType) },
    { title: t('item.length'), numeric: true, render: (i) => number(i.length) },
    {
      title: t('resource.sharingType'),
      render: (i) => <CodeLabel kind="sharingType" value={i.sharingType} />,
    },
    { title: t('item.basis'), render: (i) => i.sharingCondition ?? i.legalBasis ?? '—' },
    { title: t('resource.openType'), narrow: true, render: (i) => code('openType', i.openType) },
  ];
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
      <Panel title={t('resource.itemsCount', { count: number(r.items.length) })}>
        <DataTable
          label={t('resource.items')}
          columns={itemColumns}
          rows={r.items}
          rowKey={(i) => i.id}
          rowTestId="item-row"
          empty={t('resource.noItems')}
        />
      </Panel>
      {r.version > 1 && <DifferencePanel id={r.id} />}
      <QualityPanel id={r.id} />
      <History id={r.id} items={r.items} />
    </PageFrame>
  );
}

/** What else is known of a resource, as far as anything is. */
function MorePanel({ resource: r }: { resource: Resource }) {
  const { t, number, time } = useTexts();
  return (
    <Panel title={t('resource.more')}>
      <Facts
        facts={[
          [t('resource.keywords'), r.keywords?.join(t('list.separator'))],
          [t('resource.openCondition'), r.openCondition],
          [t('resource.dataUpdatedAt'), time(r.dataUpdatedAt)],
          [
            t('resource.contact'),
            [r.contact?.name, r.contact?.phone, r.contact?.email].filter(Boolean).join(' · '),
          ],
          [t('census.storageGb'), number(r.census?.storageGb)],
          [t('census.sharedStorageGb'), number(r.census?.sharedStorageGb)],
          [t('census.sharedRows'), number(r.census?.sharedRows)],
          [t('census.openStorageGb'), number(r.census?.openStorageGb)],
          [t('census.openRows'), number(r.census?.openRows)],
          [
            t('resource.related'),
            r.relatedResources?.map((identifier) => (
              <div key={identifier}>
                <Link to={`/catalog?q=${identifier}`} className="gs-mono">
                  {identifier}
                </Link>
              </div>
            )),
          ],
        ]}
      />
    </Panel>
  );
}

/** How good the entry is, and what would make it better. */
function QualityPanel({ id }: { id: string }) {
  const { t, number } = useTexts();
  const quality = useGet<ResourceQuality>(`${CATALOG}/resources/${id}/quality`);
  return (
    <Panel title={t('quality.ofResource')} testId="quality">
      <Remote query={quality}>
        {(found) => (
          <Facts
            columns={2}
            facts={[
              [t('quality.score'), number(found.score)],
              [t('quality.gains'), <Gains key="gains" gains={found.gains} />],
            ]}
          />
        )}
      </Remote>
    </Panel>
  );
}

function History({ id, items }: { id: string; items: DataItem[] }) {
  const { t, code, time } = useTexts();
  const history = useGet<Page<HistoryEntry>>(`${CATALOG}/resources/${id}/history?size=100`);
  return (
    <Panel title={t('history.title')}>
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
                    <RemarkList remarks={(h.remarks ?? []) as FieldRemark[]} items={items} />
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

function ResourceActions({ resource }: { resource: Versioned<Resource> }) {
  const { t } = useTexts();
  const me = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const r = resource.data;
  const path = `${CATALOG}/resources/${r.id}`;
  const own = r.department?.code === me.department?.code;
  const edits = may(me, 'edit') && own;
  const reviews = me.roles.includes('department-reviewer') && own;
  const publishes = me.roles.includes('catalog-publisher');
  const act = (where: string, body?: unknown) => async () => {
    await send('POST', `${path}/${where}`, body, resource.version);
    await queries.invalidateQueries();
  };
  return (
    <>
      {r.state === 'PUBLISHED' && may(me, 'business') && <SubscribeButton resourceId={r.id} />}
      {edits && (r.state === 'DRAFT' || r.state === 'RETURNED') && (
        <>
          <ConfirmButton
            text={t('resource.submit')}
            title={t('resource.submit')}
            question={t('resource.submitQuestion', { name: r.name })}
            reason={r.items.length === 0 ? t('resource.submitNeedsItems') : null}
            testId="submit-resource"
            action={act('submission')}
          />
          <Button
            variant="secondary"
            component={(props: object) => <Link {...props} to={`/compile/${r.id}/edit`} />}
          >
            {t('action.edit')}
          </Button>
          <ConfirmButton
            text={t('action.delete')}
            title={t('resource.delete')}
            question={t('resource.deleteQuestion', { name: r.name })}
            variant="secondary"
            danger
            action={async () => {
              await send('DELETE', path, undefined, resource.version);
              await queries.invalidateQueries({ queryKey: [path], refetchType: 'none' });
              await navigate('/compile');
            }}
          />
        </>
      )}
      {((reviews && r.state === 'PENDING_REVIEW') || (publishes && r.state === 'REGISTERED')) && (
        <Button
          variant="primary"
          component={(props: object) => <Link {...props} to={`/catalog/${r.id}/review`} />}
          data-testid="review"
        >
          {r.state === 'REGISTERED' ? t('review.openPublication') : t('review.open')}
        </Button>
      )}
      {edits && r.state === 'PUBLISHED' && (
        <ConfirmButton
          text={t('resource.newVersion')}
          title={t('resource.newVersion')}
          question={t('resource.newVersionQuestion', { name: r.name })}
          variant="secondary"
          testId="new-version"
          action={async () => {
            const { data } = await send<Resource>(
              'POST',
              `${path}/versions`,
              undefined,
              resource.version,
            );
            await navigate(`/compile/${data.id}/edit`);
          }}
        />
      )}
      {r.state === 'PUBLISHED' && (
        <GuardedButton
          variant="primary"
          component={(props: object) => <Link {...props} to={`/catalog/${r.id}/apply`} />}
          reason={applyRefusal(t, me, r)}
          data-testid="apply"
        >
          {t('action.apply')}
        </GuardedButton>
      )}
      {(publishes || reviews) && r.state === 'PUBLISHED' && (
        <ConfirmButton
          text={t('resource.withdraw')}
          title={t('resource.withdraw')}
          question={t('resource.withdrawQuestion', { name: r.name })}
          remark="required"
          variant="secondary"
          danger
          testId="withdraw"
          action={async (remark) => {
            await send('POST', `${path}/withdrawal`, { reason: remark }, resource.version);
            await queries.invalidateQueries();
          }}
        />
      )}
    </>
  );
}
