import { List, ListComponent, ListItem, OrderType } from '@patternfly/react-core';
import type { ExchangeGrant, ServiceDetail } from '../../api/exchange';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { NONE, useTexts } from '../../i18n';
import { conditionText, stepText } from './mapping';

/** What a run does: how rows are read and written, and which column goes where. */
export function ServicePlan({
  service: s,
  grant,
}: {
  service: ServiceDetail;
  /** Names the items, where the user may see it. */
  grant: ExchangeGrant | undefined;
}) {
  const texts = useTexts();
  const { t, number } = texts;
  const items = new Map(grant?.items.map((item) => [item.itemId, item.name]));
  const left = grant?.items.filter((item) => !s.mapping.some((m) => m.itemId === item.itemId));
  const from = `${s.source.schema}.${s.source.table}`;
  const to = `${s.target.schema}.${s.target.table}`;
  const role = (column: string): string =>
    [
      s.source.keyColumns.includes(column) && t('service.isKey'),
      s.source.watermarkColumn === column && t('service.isWatermark'),
    ]
      .filter(Boolean)
      .join(t('list.separator'));
  return (
    <Panel title={t('service.mappingCount', { count: number(s.mapping.length) })}>
      <List component={ListComponent.ol} type={OrderType.number} className="gs-block">
        <ListItem>
          {s.mode === 'INCREMENT'
            ? t('plan.readChanges', { from, watermark: s.source.watermarkColumn ?? NONE })
            : t(s.mode === 'CAPTURE' ? 'plan.capture' : 'plan.readAll', { from })}
        </ListItem>
        {(s.filter ?? []).length > 0 && (
          <ListItem>
            {t('plan.filter', {
              conditions: s
                .filter!.map((condition) => conditionText(condition, texts))
                .join(t('plan.and')),
            })}
          </ListItem>
        )}
        <ListItem>
          {s.replaces
            ? t('plan.replace', { to })
            : t('plan.write', { to, key: s.target.keyColumns.join(', ') })}
        </ListItem>
        {(s.targets ?? []).length > 1 && (
          <ListItem>
            {t('plan.targets', {
              count: number(s.targets!.length - 1),
              targets: s
                .targets!.slice(1)
                .map((target) => `${target.node} · ${target.schema}.${target.table}`)
                .join(t('list.separator')),
            })}
          </ListItem>
        )}
        {s.lanes !== undefined && (
          <ListItem>{t('plan.lanes', { lanes: number(s.lanes) })}</ListItem>
        )}
        {left && left.length > 0 && (
          <ListItem>
            {t('plan.left', { items: left.map((item) => item.name).join(t('list.separator')) })}
          </ListItem>
        )}
      </List>
      <DataTable
        label={t('service.mapping')}
        rows={s.mapping}
        rowKey={(m) => m.targetColumn}
        rowTestId="mapping-row"
        columns={[
          {
            title: t('column.number'),
            numeric: true,
            narrow: true,
            render: (_, i) => number(i + 1),
          },
          { title: t('item.name'), render: (m) => items.get(m.itemId) ?? NONE },
          { title: t('service.sourceColumn'), className: 'gs-mono', render: (m) => m.sourceColumn },
          {
            title: t('mapping.steps'),
            render: (m) =>
              m.steps?.length
                ? m.steps.map((step) => stepText(step, texts)).join(' → ')
                : t('mapping.asItIs'),
          },
          { title: t('service.targetColumn'), className: 'gs-mono', render: (m) => m.targetColumn },
          { title: t('designer.targetType'), className: 'gs-mono', render: (m) => m.targetType },
          { title: t('service.role'), render: (m) => role(m.sourceColumn) },
        ]}
      />
    </Panel>
  );
}
