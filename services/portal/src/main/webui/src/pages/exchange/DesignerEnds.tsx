import type { ExchangeGrant, ExchangeNode, NodeTable } from '../../api/exchange';
import { Panel } from '../../components/Facts';
import { ChoiceField, TextField } from '../../components/Fields';
import type { useForm } from '../../components/useForm';
import { NONE, type Texts, useTexts } from '../../i18n';
import { tableId } from './inventory';
import { type Design, NO_KEY, replaces, type ServiceForm } from './serviceForm';

interface EndProps {
  form: ReturnType<typeof useForm<ServiceForm>>;
  design: Design;
  grant: ExchangeGrant | undefined;
  nodes: ExchangeNode[];
}

/** Where rows are read: the provider's node, the table and its key. */
export function DesignerSource({ form, design, grant, nodes }: EndProps) {
  const { t } = useTexts();
  const { values, set } = form;
  return (
    <Panel title={t('service.source')}>
      <div className="gs-fields">
        <ChoiceField
          {...form.field('sourceNode', 'source.node')}
          label={t('node.name')}
          required
          placeholder={t('field.choose')}
          options={nodeOptions(t, nodes, grant?.providerDepartment)}
          onChange={(sourceNode) => set({ sourceNode, sourceTable: '' })}
        />
        <ChoiceField
          {...form.field('sourceTable')}
          label={t('node.table')}
          required
          value={design.source ? tableId(design.source) : ''}
          placeholder={t('field.choose')}
          options={tableOptions(design.readable)}
          onChange={(sourceTable) => set({ sourceTable, sourceKey: '' })}
          errors={placeErrors(form, 'source')}
          hint={
            grant?.sourceTable &&
            t('designer.sourceHint', {
              table: `${grant.sourceTable.schema}.${grant.sourceTable.table}`,
            })
          }
        />
        <ChoiceField
          {...form.field('sourceKey', 'source.keyColumns')}
          label={t('service.keyColumns')}
          required
          value={design.key.join() || (replaces(values) ? NO_KEY : '')}
          options={[
            ...design.keys.map((k) => ({ value: k.join(), text: k.join(', ') })),
            ...(replaces(values) ? [{ value: NO_KEY, text: t('replacement.noKey') }] : []),
            ...(design.keys.length === 0 && !replaces(values) ? [{ value: '', text: NONE }] : []),
          ]}
          hint={t(
            replaces(values) && design.key.length === 0
              ? 'replacement.noKeyHint'
              : 'designer.keyHint',
          )}
        />
        {values.mode === 'INCREMENT' && (
          <ChoiceField
            {...form.field('watermark', 'source.watermarkColumn')}
            label={t('service.watermark')}
            required
            placeholder={t('field.choose')}
            options={(design.source?.columns ?? [])
              .filter((c) => !c.nullable && /int|timestamp|date/.test(c.type))
              .map((c) => ({ value: c.name, text: `${c.name} · ${c.type}` }))}
          />
        )}
        {values.mode === 'INCREMENT' && (
          <TextField
            {...form.field('overlap', 'source.overlap')}
            label={t('service.overlap')}
            hint={t('designer.overlapHint')}
          />
        )}
      </div>
    </Panel>
  );
}

/** Where rows are written: the requester's node and the table; the key follows from the mapping. */
export function DesignerTarget({ form, design, grant, nodes }: EndProps) {
  const { t } = useTexts();
  const { set } = form;
  return (
    <Panel title={t('service.target')}>
      <div className="gs-fields">
        <ChoiceField
          {...form.field('targetNode', 'target.node')}
          label={t('node.name')}
          required
          placeholder={t('field.choose')}
          options={nodeOptions(t, nodes, grant?.requesterDepartment)}
          onChange={(targetNode) => set({ targetNode, targetTable: '' })}
        />
        <ChoiceField
          {...form.field('targetTable')}
          label={t('node.table')}
          required
          placeholder={t('field.choose')}
          options={tableOptions(design.writable)}
          onChange={(targetTable) => set({ targetTable, targets: {} })}
          errors={placeErrors(form, 'target')}
        />
        <TextField
          id="targetKey"
          label={t('service.keyColumns')}
          readOnly
          value={design.targetKey.join(', ')}
          onChange={() => undefined}
          errors={form.errors('target.keyColumns')}
          hint={t('designer.targetKeyHint')}
        />
      </div>
    </Panel>
  );
}

/** Nodes of a department to choose from. */
export function nodeOptions(t: Texts['t'], nodes: ExchangeNode[], department: string | undefined) {
  return nodes
    .filter((n) => n.department === department)
    .map((n) => ({ value: n.code, text: t('text.aside', { text: n.name, aside: n.code }) }));
}

/** Tables to choose from. */
export function tableOptions(tables: NodeTable[]) {
  return tables.map((table) => ({
    value: tableId(table),
    text: `${table.dataSource} · ${table.schema}.${table.name}`,
  }));
}

function placeErrors(form: EndProps['form'], end: string): string[] {
  return [end, `${end}.dataSource`, `${end}.schema`, `${end}.table`].flatMap(form.errors);
}
