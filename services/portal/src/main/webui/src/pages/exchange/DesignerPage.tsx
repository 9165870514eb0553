import { ActionGroup, Button, Form, Grid, GridItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Page } from '../../api/catalog';
import { ApiProblem, send } from '../../api/client';
import {
  type Domain,
  EXCHANGE,
  type ExchangeGrant,
  type ExchangeNode,
  MODES,
  type NodeTable,
  type ServiceDetail,
} from '../../api/exchange';
import { useDepartments, useGet } from '../../api/hooks';
import { Panel } from '../../components/Facts';
import { ChoiceField, TextField } from '../../components/Fields';
import { PageFrame } from '../../components/PageFrame';
import { ProblemAlert, Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { keysOf, proposeColumn, tableId } from './inventory';
import { MappingRows } from './MappingRows';

/** 交换配置: turning a grant into an exchange service. */
export function DesignerPage() {
  const { t } = useTexts();
  const grants = useGet<Page<ExchangeGrant>>(`${EXCHANGE}/grants?size=100`);
  const domains = useGet<Page<Domain>>(`${EXCHANGE}/domains?size=100`);
  const nodes = useGet<Page<ExchangeNode>>(`${EXCHANGE}/nodes?size=100`);
  return (
    <PageFrame
      title={t('services.new')}
      lead={t('designer.lead')}
      crumbs={[{ to: '/exchange/services', text: t('menu.services') }]}
    >
      <Remote query={grants}>
        {(g) => (
          <Remote query={domains}>
            {(d) => (
              <Remote query={nodes}>
                {(n) => (
                  <Designer
                    grants={g.items.filter((grant) => grant.state === 'ACTIVE')}
                    domains={d.items}
                    nodes={n.items}
                  />
                )}
              </Remote>
            )}
          </Remote>
        )}
      </Remote>
    </PageFrame>
  );
}

/** Fields whose messages stand beside their inputs. */
const BESIDE_INPUTS =
  /^(code|name|domain|process|mode|grantId|source|target|mapping)(\[\d+\])?(\.\w+)?$/;

function Designer({
  grants,
  domains,
  nodes,
}: {
  grants: ExchangeGrant[];
  domains: Domain[];
  nodes: ExchangeNode[];
}) {
  const { t, code, date } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { departmentName } = useDepartments();
  const [form, setForm] = useState({
    grantId: '',
    code: '',
    name: '',
    domain: '',
    process: '',
    mode: 'FULL',
    sourceNode: '',
    sourceTable: '',
    sourceKey: '0',
    watermark: '',
    targetNode: '',
    targetTable: '',
  });
  const [left, setLeft] = useState<Set<string>>(new Set());
  const [targets, setTargets] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<typeof form>) => setForm((old) => ({ ...old, ...change }));

  const grant = grants.find((g) => g.id === form.grantId);
  const sourceTables = useGet<Page<NodeTable>>(
    `${EXCHANGE}/nodes/${form.sourceNode}/tables?size=100`,
    { enabled: form.sourceNode !== '' },
  );
  const targetTables = useGet<Page<NodeTable>>(
    `${EXCHANGE}/nodes/${form.targetNode}/tables?size=100`,
    { enabled: form.targetNode !== '' },
  );
  const readable = (form.sourceNode ? (sourceTables.data?.items ?? []) : []).filter(
    (table) => table.direction !== 'TARGET',
  );
  const writable = (form.targetNode ? (targetTables.data?.items ?? []) : []).filter(
    (table) => table.direction !== 'SOURCE',
  );
  const granted = readable.find(
    (table) =>
      table.schema === grant?.sourceTable?.schema && table.name === grant?.sourceTable?.table,
  );
  const source = readable.find((table) => tableId(table) === form.sourceTable) ?? granted;
  const target = writable.find((table) => tableId(table) === form.targetTable);
  const items = grant?.items ?? [];
  const lines = items
    .filter((item) => !left.has(item.itemId))
    .map((item) => ({
      item,
      sourceColumn: item.fieldName ?? '',
      targetColumn: targets[item.itemId] ?? proposeColumn(item.fieldName, target),
    }));
  const keys = keysOf(source);
  const key = keys[Number(form.sourceKey)] ?? keys[0] ?? [];
  const targetKey = key
    .map((column) => lines.find((line) => line.sourceColumn === column)?.targetColumn ?? '')
    .filter((column) => column !== '');

  const chooseGrant = (grantId: string) => {
    const chosen = grants.find((g) => g.id === grantId);
    const one = (department?: string) => {
      const found = nodes.filter((n) => n.department === department);
      return found.length === 1 ? found[0]!.code : '';
    };
    set({
      grantId,
      name:
        form.name ||
        (chosen
          ? t('designer.nameProposal', {
              name: chosen.resource.name,
              department: departmentName(chosen.requesterDepartment),
            })
          : ''),
      sourceNode: one(chosen?.providerDepartment),
      targetNode: one(chosen?.requesterDepartment),
      sourceTable: '',
      targetTable: '',
      sourceKey: '0',
    });
    setLeft(new Set());
    setTargets({});
  };

  const errors = (...fields: string[]) =>
    problem instanceof ApiProblem ? fields.flatMap((field) => problem.messages(field)) : [];

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await send<ServiceDetail>('POST', `${EXCHANGE}/services`, {
        code: form.code.trim(),
        name: form.name.trim(),
        domain: form.domain,
        process: form.process.trim(),
        grantId: form.grantId || null,
        mode: form.mode,
        source: {
          node: form.sourceNode,
          dataSource: source?.dataSource,
          schema: source?.schema,
          table: source?.name,
          keyColumns: key,
          watermarkColumn: form.mode === 'INCREMENT' ? form.watermark : null,
        },
        target: {
          node: form.targetNode,
          dataSource: target?.dataSource,
          schema: target?.schema,
          table: target?.name,
          keyColumns: targetKey,
        },
        mapping: lines.map(({ item, sourceColumn, targetColumn }) => ({
          itemId: item.itemId,
          sourceColumn,
          targetColumn,
        })),
      });
      await queries.invalidateQueries();
      await navigate(`/exchange/services/${data.id}`);
    } catch (failure) {
      setProblem(failure);
      document.querySelector('#content')?.scrollTo({ top: 0 });
    } finally {
      setBusy(false);
    }
  };

  const tableOptions = (tables: NodeTable[]) =>
    tables.map((table) => ({
      value: tableId(table),
      text: `${table.dataSource} · ${table.schema}.${table.name}`,
    }));
  const nodeOptions = (department: string | undefined) =>
    nodes
      .filter((n) => n.department === department)
      .map((n) => ({ value: n.code, text: `${n.name} (${n.code})` }));
  const placeErrors = (end: string) =>
    errors(end, `${end}.dataSource`, `${end}.schema`, `${end}.table`);

  return (
    <Form onSubmit={(event) => void save(event)} data-testid="designer">
      {problem !== null && (
        <ProblemAlert error={problem} hiddenFields={(field) => BESIDE_INPUTS.test(field)} />
      )}
      <Panel title={t('designer.grant')}>
        <ChoiceField
          id="grantId"
          label={t('designer.grant')}
          required
          value={form.grantId}
          placeholder={grants.length === 0 ? t('designer.noGrants') : t('field.choose')}
          options={grants.map((g) => ({
            value: g.id,
            text: t('designer.grantOption', {
              name: g.resource.name,
              provider: departmentName(g.providerDepartment),
              requester: departmentName(g.requesterDepartment),
              count: g.items.length,
              until: date(g.expiresAt),
            }),
          }))}
          onChange={chooseGrant}
          errors={errors('grantId')}
          hint={t('designer.grantHint')}
        />
      </Panel>
      <Panel title={t('service.basics')}>
        <Grid hasGutter md={6}>
          <GridItem>
            <TextField
              id="name"
              label={t('service.name')}
              required
              value={form.name}
              onChange={(name) => set({ name })}
              errors={errors('name')}
            />
          </GridItem>
          <GridItem>
            <TextField
              id="code"
              label={t('service.code')}
              required
              value={form.code}
              onChange={(value) => set({ code: value })}
              errors={errors('code')}
              hint={t('designer.codeHint')}
            />
          </GridItem>
          <GridItem md={4}>
            <ChoiceField
              id="domain"
              label={t('service.domain')}
              required
              value={form.domain}
              placeholder={t('field.choose')}
              options={domains.map((d) => ({ value: d.code, text: d.name }))}
              onChange={(domain) => set({ domain })}
              errors={errors('domain')}
            />
          </GridItem>
          <GridItem md={4}>
            <TextField
              id="process"
              label={t('service.process')}
              required
              value={form.process}
              onChange={(process) => set({ process })}
              errors={errors('process')}
              hint={t('designer.processHint')}
            />
          </GridItem>
          <GridItem md={4}>
            <ChoiceField
              id="mode"
              label={t('service.mode')}
              required
              value={form.mode}
              options={MODES.map((m) => ({ value: m, text: code('mode', m) }))}
              onChange={(mode) => set({ mode })}
              errors={errors('mode')}
              hint={
                form.mode === 'INCREMENT' ? t('designer.incrementHint') : t('designer.fullHint')
              }
            />
          </GridItem>
        </Grid>
      </Panel>
      <div className="gs-ends">
        <Panel title={t('service.source')}>
          <div className="gs-fields">
            <ChoiceField
              id="sourceNode"
              label={t('node.name')}
              required
              value={form.sourceNode}
              placeholder={t('field.choose')}
              options={nodeOptions(grant?.providerDepartment)}
              onChange={(sourceNode) => set({ sourceNode, sourceTable: '' })}
              errors={errors('source.node')}
            />
            <ChoiceField
              id="sourceTable"
              label={t('node.table')}
              required
              value={source ? tableId(source) : ''}
              placeholder={t('field.choose')}
              options={tableOptions(readable)}
              onChange={(sourceTable) => set({ sourceTable, sourceKey: '0' })}
              errors={placeErrors('source')}
              hint={
                grant?.sourceTable &&
                t('designer.sourceHint', {
                  table: `${grant.sourceTable.schema}.${grant.sourceTable.table}`,
                })
              }
            />
            <ChoiceField
              id="sourceKey"
              label={t('service.keyColumns')}
              required
              value={form.sourceKey}
              options={
                keys.length === 0
                  ? [{ value: '0', text: '—' }]
                  : keys.map((k, i) => ({ value: String(i), text: k.join(', ') }))
              }
              onChange={(sourceKey) => set({ sourceKey })}
              errors={errors('source.keyColumns')}
              hint={t('designer.keyHint')}
            />
            {form.mode === 'INCREMENT' && (
              <ChoiceField
                id="watermark"
                label={t('service.watermark')}
                required
                value={form.watermark}
                placeholder={t('field.choose')}
                options={(source?.columns ?? [])
                  .filter((c) => !c.nullable && /int|timestamp|date/.test(c.type))
                  .map((c) => ({ value: c.name, text: `${c.name} · ${c.type}` }))}
                onChange={(watermark) => set({ watermark })}
                errors={errors('source.watermarkColumn')}
              />
            )}
          </div>
        </Panel>
        <Panel title={t('service.target')}>
          <div className="gs-fields">
            <ChoiceField
              id="targetNode"
              label={t('node.name')}
              required
              value={form.targetNode}
              placeholder={t('field.choose')}
              options={nodeOptions(grant?.requesterDepartment)}
              onChange={(targetNode) => set({ targetNode, targetTable: '' })}
              errors={errors('target.node')}
            />
            <ChoiceField
              id="targetTable"
              label={t('node.table')}
              required
              value={form.targetTable}
              placeholder={t('field.choose')}
              options={tableOptions(writable)}
              onChange={(targetTable) => {
                set({ targetTable });
                setTargets({});
              }}
              errors={placeErrors('target')}
            />
            <TextField
              id="targetKey"
              label={t('service.keyColumns')}
              readOnly
              value={targetKey.join(', ')}
              onChange={() => undefined}
              errors={errors('target.keyColumns')}
              hint={t('designer.targetKeyHint')}
            />
          </div>
        </Panel>
      </div>
      <Panel title={t('service.mapping')}>
        <MappingRows
          items={items}
          left={left}
          targets={targets}
          source={source}
          target={target}
          problem={problem instanceof ApiProblem ? problem : null}
          onLeave={(itemId, out) =>
            setLeft((old) => {
              const next = new Set(old);
              if (out) next.add(itemId);
              else next.delete(itemId);
              return next;
            })
          }
          onTarget={(itemId, column) => setTargets((old) => ({ ...old, [itemId]: column }))}
        />
      </Panel>
      <ActionGroup>
        <Button
          type="submit"
          isLoading={busy}
          isDisabled={busy}
          spinnerAriaValueText={t('state.loading')}
          data-testid="save-service"
        >
          {t('designer.deploy')}
        </Button>
        <Button
          variant="link"
          component={(props: object) => <Link {...props} to="/exchange/services" />}
        >
          {t('action.cancel')}
        </Button>
      </ActionGroup>
    </Form>
  );
}
