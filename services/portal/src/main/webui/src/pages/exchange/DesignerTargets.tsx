import { Button } from '@patternfly/react-core';
import type { Page } from '../../api/catalog';
import {
  EXCHANGE,
  type ExchangeGrant,
  type ExchangeNode,
  type NodeTable,
} from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { Panel } from '../../components/Facts';
import { ChoiceField } from '../../components/Fields';
import type { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { nodeOptions, tableOptions } from './DesignerEnds';
import type { OtherTarget, ServiceForm } from './serviceForm';

const LANES = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** Further places that get the same rows, and how many channels bring rows to each. */
export function DesignerTargets({
  form,
  grant,
  nodes,
}: {
  form: ReturnType<typeof useForm<ServiceForm>>;
  grant: ExchangeGrant | undefined;
  nodes: ExchangeNode[];
}) {
  const { t } = useTexts();
  const { values, set } = form;
  const change = (index: number, to: Partial<OtherTarget>) =>
    set({
      moreTargets: values.moreTargets.map((each, i) => (i === index ? { ...each, ...to } : each)),
    });
  return (
    <Panel title={t('targets.title')} testId="more-targets">
      <p className="gs-lead">{t('targets.lead')}</p>
      <div className="gs-fields">
        <ChoiceField
          {...form.field('lanes')}
          label={t('targets.lanes')}
          options={LANES.map((lanes) => ({ value: lanes, text: lanes }))}
          hint={t('targets.lanesHint')}
        />
      </div>
      {values.moreTargets.map((target, index) => (
        <Other
          key={index}
          number={index + 2}
          target={target}
          nodes={nodes}
          department={grant?.requesterDepartment}
          errors={(name) => form.errors(`targets[${index + 1}].${name}`)}
          onChange={(to) => change(index, to)}
          onRemove={() =>
            set({ moreTargets: values.moreTargets.filter((_, other) => other !== index) })
          }
        />
      ))}
      <Button
        variant="link"
        isInline
        data-testid="add-target"
        onClick={() => set({ moreTargets: [...values.moreTargets, { node: '', table: '' }] })}
      >
        {t('targets.add')}
      </Button>
    </Panel>
  );
}

function Other({
  number,
  target,
  nodes,
  department,
  errors,
  onChange,
  onRemove,
}: {
  number: number;
  target: OtherTarget;
  nodes: ExchangeNode[];
  department: string | undefined;
  errors: (name: string) => string[];
  onChange: (to: Partial<OtherTarget>) => void;
  onRemove: () => void;
}) {
  const { t } = useTexts();
  const tables = useGet<Page<NodeTable>>(`${EXCHANGE}/nodes/${target.node}/tables?size=100`, {
    enabled: target.node !== '',
  });
  const open = (tables.data?.items ?? []).filter((table) => table.direction !== 'SOURCE');
  return (
    <div className="gs-fields" data-testid="more-target">
      <ChoiceField
        id={`targetNode${number}`}
        label={t('targets.node', { number })}
        required
        value={target.node}
        placeholder={t('field.choose')}
        options={nodeOptions(t, nodes, department)}
        onChange={(node) => onChange({ node, table: '' })}
        errors={errors('node')}
      />
      <ChoiceField
        id={`targetTable${number}`}
        label={t('targets.table', { number })}
        required
        value={target.table}
        placeholder={t('field.choose')}
        options={tableOptions(open)}
        onChange={(table) => onChange({ table })}
        errors={['table', 'dataSource', 'schema', 'keyColumns'].flatMap(errors)}
      />
      <Button variant="link" isInline onClick={onRemove}>
        {t('targets.remove', { number })}
      </Button>
    </div>
  );
}
