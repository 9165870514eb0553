import { Alert, Form } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { Page } from '../../api/catalog';
import { send } from '../../api/client';
import { EXCHANGE, type ExchangeNode, type NodeTable } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { PROPOSALS, type ProposalsMade } from '../../api/proposal';
import { useUser } from '../../app/user';
import { ChoiceField, Messages } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { ProblemAlert, Remote } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { tableId } from '../exchange/inventory';

/** What the catalogue wants to know of a table; how its changes are captured is not its business. */
function proposable(table: NodeTable) {
  const { dataSource, kind, direction, schema, name, comment, approximateRows } = table;
  const { columns, primaryKey, uniqueKeys } = table;
  const said = { dataSource, kind, direction, schema, name, comment, approximateRows };
  return { ...said, columns, primaryKey, uniqueKeys };
}

/** Tables from what a node of the department opens for reading. */
export function InventoryForm({
  campaign,
  made,
}: {
  campaign: string;
  made: (answer: ProposalsMade) => Promise<void>;
}) {
  const { t } = useTexts();
  const me = useUser();
  const nodes = useGet<Page<ExchangeNode>>(`${EXCHANGE}/nodes?size=100`);
  const form = useForm({ node: '', tables: [] as NodeTable[] }, async ({ node, tables }) => {
    const { data } = await send<ProposalsMade>('POST', `${PROPOSALS}/inventory`, {
      node,
      tables: tables.map(proposable),
      campaignId: campaign || null,
    });
    await made(data);
  });
  const { node, tables } = form.values;
  return (
    <Remote query={nodes}>
      {(found) => {
        const own = found.items.filter((each) => each.department === me.department?.code);
        if (own.length === 0) {
          return (
            <Alert
              component="p"
              className="gs-block-top"
              isInline
              variant="info"
              title={t('proposal.noNodes')}
            />
          );
        }
        return (
          <Form onSubmit={(event) => void form.submit(event)} className="gs-block-top">
            {form.problem !== null && (
              <ProblemAlert
                error={form.problem}
                hiddenFields={(field) => field === 'node' || field === 'tables'}
              />
            )}
            <ChoiceField
              {...form.field('node')}
              label={t('proposal.node')}
              required
              placeholder={t('field.choose')}
              options={own.map((n) => ({
                value: n.code,
                text: t('text.aside', { text: n.name, aside: n.code }),
              }))}
              onChange={(chosen) => form.set({ node: chosen, tables: [] })}
            />
            <Messages id="tables-help" errors={form.errors('tables')} />
            {node && (
              <NodeTables
                key={node}
                node={node}
                chosen={tables}
                choose={(next) => form.set({ tables: next })}
              />
            )}
            <FormActions
              text={t('proposal.read')}
              busy={form.busy}
              back="/proposals"
              testId="read-inventory"
            />
          </Form>
        );
      }}
    </Remote>
  );
}

function NodeTables({
  node,
  chosen,
  choose,
}: {
  node: string;
  chosen: NodeTable[];
  choose: (tables: NodeTable[]) => void;
}) {
  const { t, number } = useTexts();
  const tables = useGet<Page<NodeTable>>(`${EXCHANGE}/nodes/${node}/tables?size=100`);
  const has = (table: NodeTable) => chosen.some((other) => tableId(other) === tableId(table));
  return (
    <Remote query={tables}>
      {(found) => {
        const readable = found.items.filter((table) => table.direction !== 'TARGET');
        if (readable.length === 0) {
          return <Alert component="p" isInline variant="info" title={t('proposal.noTables')} />;
        }
        return (
          <div className="gs-scroll">
            <Table aria-label={t('proposal.tables')} variant="compact" gridBreakPoint="">
              <Thead>
                <Tr>
                  <Th
                    aria-label={t('proposal.allTables')}
                    select={{
                      onSelect: (_, on) => choose(on ? readable : []),
                      isSelected: chosen.length === readable.length,
                    }}
                  />
                  <Th>{t('proposal.table')}</Th>
                  <Th>{t('node.dataSource')}</Th>
                  <Th className="gs-number">{t('proposal.columns')}</Th>
                  <Th className="gs-number">{t('proposal.rows')}</Th>
                </Tr>
              </Thead>
              <Tbody>
                {readable.map((table, rowIndex) => (
                  <Tr key={tableId(table)} data-testid="node-table-row">
                    <Td
                      select={{
                        rowIndex,
                        isSelected: has(table),
                        onSelect: (_, on) =>
                          choose(
                            on
                              ? [...chosen, table]
                              : chosen.filter((other) => tableId(other) !== tableId(table)),
                          ),
                        props: { 'aria-label': t('proposal.select', { name: table.name }) },
                      }}
                    />
                    <Td className="gs-mono">{`${table.schema}.${table.name}`}</Td>
                    <Td className="gs-mono">{table.dataSource}</Td>
                    <Td className="gs-number">{number(table.columns.length)}</Td>
                    <Td className="gs-number">{number(table.approximateRows)}</Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          </div>
        );
      }}
    </Remote>
  );
}
