import { EmptyState, EmptyStateBody, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ApiProblem } from '../../api/client';
import type { ExchangeGrant, NodeTable } from '../../api/exchange';
import { Messages } from '../../components/Fields';
import { useTexts } from '../../i18n';
import { proposeColumn } from './inventory';

/** One row for each granted item: where it comes from and the target column it goes to. */
export function MappingRows({
  items,
  left,
  targets,
  source,
  target,
  problem,
  onLeave,
  onTarget,
}: {
  items: ExchangeGrant['items'];
  /** Items that are not exchanged. */
  left: Set<string>;
  /** Columns chosen by hand; others are proposed by name. */
  targets: Record<string, string>;
  source: NodeTable | undefined;
  target: NodeTable | undefined;
  problem: ApiProblem | null;
  onLeave: (itemId: string, left: boolean) => void;
  onTarget: (itemId: string, column: string) => void;
}) {
  const { t, code } = useTexts();
  if (items.length === 0) {
    return (
      <EmptyState titleText={t('designer.noItems')} headingLevel="h2" variant="sm">
        <EmptyStateBody>{t('designer.noItemsDetail')}</EmptyStateBody>
      </EmptyState>
    );
  }
  const sent = items.filter((item) => !left.has(item.itemId));
  const column = (table: NodeTable | undefined, name: string | undefined) =>
    table?.columns.find((c) => c.name === name);
  return (
    <div className="gs-scroll">
      <Messages
        id="mapping-help"
        errors={problem?.messages('mapping')}
        hint={t('designer.mappingHint')}
      />
      <Table aria-label={t('service.mapping')} variant="compact" gridBreakPoint="">
        <Thead>
          <Tr>
            <Th screenReaderText={t('designer.include')} />
            <Th modifier="nowrap">{t('item.name')}</Th>
            <Th modifier="nowrap">{t('item.dataType')}</Th>
            <Th modifier="nowrap">{t('service.sourceColumn')}</Th>
            <Th modifier="nowrap">{t('service.targetColumn')}</Th>
            <Th modifier="nowrap">{t('designer.targetType')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {items.map((item, rowIndex) => {
            const row = sent.indexOf(item);
            const chosen = targets[item.itemId] ?? proposeColumn(item.fieldName, target);
            const messages = (field: string) =>
              row < 0 ? [] : (problem?.messages(`mapping.${field}`, row) ?? []);
            const targetMessages = messages('targetColumn');
            const id = `map-${rowIndex}`;
            return (
              <Tr key={item.itemId} data-testid="mapping-row">
                <Td
                  select={{
                    rowIndex,
                    isSelected: row >= 0,
                    onSelect: (_, on) => onLeave(item.itemId, !on),
                    props: { 'aria-label': t('designer.includeItem', { name: item.name }) },
                  }}
                />
                <Td>
                  {item.name}
                  <Messages id={`${id}-item`} errors={messages('itemId')} />
                </Td>
                <Td modifier="nowrap">{code('dataType', item.dataType)}</Td>
                <Td>
                  <span className="gs-mono">{item.fieldName ?? '—'}</span>{' '}
                  <span className="gs-quiet">{column(source, item.fieldName)?.type}</span>
                  <Messages id={`${id}-source`} errors={messages('sourceColumn')} />
                </Td>
                <Td>
                  <FormSelect
                    aria-label={t('designer.targetFor', { name: item.name })}
                    value={chosen}
                    isDisabled={row < 0 || !target}
                    validated={targetMessages.length > 0 ? 'error' : 'default'}
                    aria-describedby={targetMessages.length > 0 ? `${id}-target` : undefined}
                    onChange={(_, value) => onTarget(item.itemId, value)}
                  >
                    <FormSelectOption value="" label={t('field.choose')} />
                    {(target?.columns ?? []).map((c) => (
                      <FormSelectOption
                        key={c.name}
                        value={c.name}
                        label={c.comment ? `${c.name} · ${c.comment}` : c.name}
                      />
                    ))}
                  </FormSelect>
                  <Messages id={`${id}-target`} errors={targetMessages} />
                </Td>
                <Td className="gs-mono gs-quiet">{column(target, chosen)?.type ?? '—'}</Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </div>
  );
}
