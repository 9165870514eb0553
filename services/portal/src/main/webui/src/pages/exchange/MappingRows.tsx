import {
  Button,
  EmptyState,
  EmptyStateBody,
  FormSelect,
  FormSelectOption,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ApiProblem } from '../../api/client';
import type { ExchangeGrant, NodeTable } from '../../api/exchange';
import { Messages } from '../../components/Fields';
import { NONE, useTexts } from '../../i18n';
import { proposeColumn } from './inventory';
import { type Design, lineKeys, nextCopy, type ServiceForm } from './serviceForm';
import { StepsDialog } from './StepsDialog';

interface Mapping {
  values: ServiceForm;
  set: (change: Partial<ServiceForm>) => void;
  design: Design;
  problem: ApiProblem | null;
}

/** One row for each granted item: where it comes from, what is done to it, and where it goes. */
export function MappingRows({ items, ...mapping }: Mapping & { items: ExchangeGrant['items'] }) {
  const { t } = useTexts();
  const { values, problem } = mapping;
  if (items.length === 0) {
    return (
      <EmptyState titleText={t('designer.noItems')} headingLevel="h2" variant="sm">
        <EmptyStateBody>{t('designer.noItemsDetail')}</EmptyStateBody>
      </EmptyState>
    );
  }
  const lines = items.flatMap((item) =>
    lineKeys(item.itemId, values.copies).map((line) => ({ item, line })),
  );
  const sent = lines.filter(({ item }) => !values.left.has(item.itemId));
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
            <Th modifier="nowrap">{t('mapping.steps')}</Th>
            <Th modifier="nowrap">{t('service.targetColumn')}</Th>
            <Th modifier="nowrap">{t('designer.targetType')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {lines.map((each, index) => (
            <Line
              key={each.line}
              {...mapping}
              {...each}
              index={index}
              row={sent.findIndex(({ line }) => line === each.line)}
            />
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

function Line({
  item,
  line,
  index,
  row,
  values,
  set,
  design,
  problem,
}: Mapping & {
  item: ExchangeGrant['items'][number];
  line: string;
  index: number;
  /** Its place in what is sent, -1 if it is left out. */
  row: number;
}) {
  const { t, code } = useTexts();
  const { source, target } = design;
  const first = line === item.itemId;
  const chosen = values.targets[line] ?? (first ? proposeColumn(item.fieldName, target) : '');
  const messages = (field: string) =>
    row < 0 ? [] : (problem?.messages(`mapping.${field}`, row) ?? []);
  const targetMessages = messages('targetColumn');
  const id = `map-${index}`;
  const isKey = first && design.key.includes(item.fieldName ?? '');
  const include = (on: boolean) =>
    first
      ? set({
          left: new Set(
            on
              ? [...values.left].filter((left) => left !== item.itemId)
              : [...values.left, item.itemId],
          ),
        })
      : set({ copies: values.copies.filter((copy) => copy !== line) });
  return (
    <Tr data-testid="mapping-row">
      <Td
        select={{
          rowIndex: index,
          isSelected: row >= 0,
          onSelect: (_, on) => include(on),
          props: {
            'aria-label': t('designer.includeItem', {
              name: first ? item.name : `${item.name} · ${chosen || NONE}`,
            }),
          },
        }}
      />
      <Td>
        {item.name}{' '}
        {first && row >= 0 && (
          <Button
            variant="link"
            isInline
            className="gs-small gs-line"
            aria-label={t('mapping.againFor', { name: item.name })}
            onClick={() =>
              set({ copies: [...values.copies, nextCopy(item.itemId, values.copies)] })
            }
          >
            {t('mapping.again')}
          </Button>
        )}
        <Messages id={`${id}-item`} errors={messages('itemId')} />
      </Td>
      <Td modifier="nowrap">{code('dataType', item.dataType)}</Td>
      <Td>
        <span className="gs-mono">{item.fieldName ?? NONE}</span>{' '}
        <span className="gs-quiet">{columnOf(source, item.fieldName)?.type}</span>
        <Messages id={`${id}-source`} errors={messages('sourceColumn')} />
      </Td>
      <Td>
        {isKey ? (
          <span className="gs-quiet">{t('mapping.keyAsItIs')}</span>
        ) : (
          <StepsDialog
            name={item.name}
            steps={values.steps[line] ?? []}
            columns={design.columns.filter((name) => name !== item.fieldName)}
            disabled={row < 0}
            onChange={(steps) => set({ steps: { ...values.steps, [line]: steps } })}
          />
        )}
        <Messages id={`${id}-steps`} errors={stepMessages(problem, row)} />
      </Td>
      <Td>
        <FormSelect
          aria-label={t('designer.targetFor', { name: item.name })}
          value={chosen}
          isDisabled={row < 0 || !target}
          validated={targetMessages.length > 0 ? 'error' : 'default'}
          aria-describedby={targetMessages.length > 0 ? `${id}-target` : undefined}
          onChange={(_, column) => set({ targets: { ...values.targets, [line]: column } })}
        >
          <FormSelectOption value="" label={t('field.choose')} />
          {(target?.columns ?? []).map((column) => (
            <FormSelectOption
              key={column.name}
              value={column.name}
              label={column.comment ? `${column.name} · ${column.comment}` : column.name}
            />
          ))}
        </FormSelect>
        <Messages id={`${id}-target`} errors={targetMessages} />
      </Td>
      <Td className="gs-mono gs-quiet">{columnOf(target, chosen)?.type ?? NONE}</Td>
    </Tr>
  );
}

function columnOf(table: NodeTable | undefined, name: string | undefined) {
  return table?.columns.find((column) => column.name === name);
}

/** What is wrong with any of a line's steps. */
function stepMessages(problem: ApiProblem | null, row: number): string[] {
  return (problem?.body.errors ?? [])
    .filter((error) => error.field.startsWith(`mapping[${row}].steps`))
    .map((error) => error.message);
}
