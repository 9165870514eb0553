import { Checkbox, Label, LabelGroup } from '@patternfly/react-core';
import type { ProposedItem } from '../../api/proposal';
import { type Column, DataTable } from '../../components/DataTable';
import { CodeLabel } from '../../components/Labels';
import { useTexts } from '../../i18n';

/** The items proposed for a table's columns; which are included can be changed where told so. */
export function ProposedItems({
  items,
  included,
  onInclude,
}: {
  items: ProposedItem[];
  /** Columns whose items are included. */
  included: string[];
  onInclude?: (column: string, on: boolean) => void;
}) {
  const { t, code, number } = useTexts();
  const columns: Column<ProposedItem>[] = [
    {
      title: t('proposal.include'),
      narrow: true,
      render: (item) => (
        <Checkbox
          id={`include-${item.fieldName}`}
          aria-label={t('proposal.includeItem', { name: item.name })}
          isChecked={included.includes(item.fieldName)}
          isDisabled={!onInclude}
          onChange={(_, on) => onInclude?.(item.fieldName, on)}
        />
      ),
    },
    { title: t('item.name'), render: (item) => item.name },
    { title: t('item.fieldName'), className: 'gs-mono', render: (item) => item.fieldName },
    { title: t('proposal.sourceType'), className: 'gs-mono', render: (item) => item.sourceType },
    { title: t('item.dataType'), narrow: true, render: (item) => code('dataType', item.dataType) },
    { title: t('item.length'), numeric: true, render: (item) => number(item.length) },
    {
      title: t('resource.sharingType'),
      render: (item) => (
        <>
          <CodeLabel kind="sharingType" value={item.sharingType} />
          {item.sharingCondition && <div className="gs-quiet">{item.sharingCondition}</div>}
        </>
      ),
    },
    { title: t('proposal.element'), render: (item) => item.dataElementName },
    {
      title: t('proposal.hints'),
      render: (item) =>
        item.hints.length > 0 && (
          <LabelGroup numLabels={6} aria-label={t('proposal.hints')}>
            {item.hints.map((hint) => (
              <Label key={hint} color="orange" isCompact>
                {code('columnHint', hint)}
              </Label>
            ))}
          </LabelGroup>
        ),
    },
  ];
  return (
    <DataTable
      label={t('proposal.items')}
      columns={columns}
      rows={items}
      rowKey={(item) => item.fieldName}
      rowTestId="proposed-item"
    />
  );
}
