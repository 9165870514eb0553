import { Form } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import type { Page } from '../../api/catalog';
import { ApiProblem } from '../../api/client';
import {
  type Domain,
  EXCHANGE,
  type ExchangeGrant,
  type ExchangeNode,
  type NodeTable,
} from '../../api/exchange';
import { useDepartments, useGet } from '../../api/hooks';
import { Panel } from '../../components/Facts';
import { ChoiceField } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { ProblemAlert } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { DesignerBasics } from './DesignerBasics';
import { DesignerSource, DesignerTarget } from './DesignerEnds';
import { DesignerTargets } from './DesignerTargets';
import { FilterRows } from './FilterRows';
import { MappingRows } from './MappingRows';
import { designOf, draftOf, noMapping, type ServiceForm } from './serviceForm';

/** Fields whose messages stand beside their inputs. */
const BESIDE_INPUTS =
  /^(code|name|domain|process|mode|grantId|source|target|mapping|targets|lanes|replaces|filter\[\d+\])\b/;

/** The form of an exchange service. */
export function Designer({
  initial,
  grants,
  domains,
  nodes,
  exists,
  text,
  back,
  save,
}: {
  initial: ServiceForm;
  grants: ExchangeGrant[];
  domains: Domain[];
  nodes: ExchangeNode[];
  /** Whether the service exists already, and so has its code. */
  exists?: boolean;
  /** What the button says. */
  text: string;
  back: string;
  /** Sends the service and says which it is. */
  save: (draft: ReturnType<typeof draftOf>) => Promise<string>;
}) {
  const { t, date } = useTexts();
  const navigate = useNavigate();
  const { departmentName } = useDepartments();
  const form = useForm<ServiceForm>(initial, async (values) => {
    const id = await save(draftOf(values, design));
    await navigate(`/exchange/services/${id}`);
  });
  const { values, set } = form;
  const grant = grants.find((g) => g.id === values.grantId);
  const sourceTables = useTables(values.sourceNode);
  const targetTables = useTables(values.targetNode);
  const design = designOf(values, grant, sourceTables, targetTables);

  const chooseGrant = (grantId: string) => {
    const chosen = grants.find((g) => g.id === grantId);
    const onlyNodeOf = (department?: string) => {
      const found = nodes.filter((n) => n.department === department);
      return found.length === 1 ? found[0]!.code : '';
    };
    const proposal = chosen
      ? t('designer.nameProposal', {
          name: chosen.resource.name,
          department: departmentName(chosen.requesterDepartment),
        })
      : '';
    set({
      grantId,
      name: values.name || proposal,
      sourceNode: onlyNodeOf(chosen?.providerDepartment),
      targetNode: onlyNodeOf(chosen?.requesterDepartment),
      sourceTable: '',
      targetTable: '',
      moreTargets: [],
      sourceKey: '',
      ...noMapping(),
    });
  };

  return (
    <Form onSubmit={(event) => void form.submit(event)} data-testid="designer">
      {form.problem !== null && (
        <ProblemAlert error={form.problem} hiddenFields={(field) => BESIDE_INPUTS.test(field)} />
      )}
      <Panel title={t('designer.grant')}>
        <ChoiceField
          {...form.field('grantId')}
          label={t('designer.grant')}
          required
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
          hint={t('designer.grantHint')}
        />
      </Panel>
      <DesignerBasics form={form} domains={domains} exists={exists} />
      <div className="gs-ends">
        <DesignerSource form={form} design={design} grant={grant} nodes={nodes} />
        <DesignerTarget form={form} design={design} grant={grant} nodes={nodes} />
      </div>
      <DesignerTargets form={form} grant={grant} nodes={nodes} />
      <Panel title={t('service.mapping')}>
        <MappingRows
          items={grant?.items ?? []}
          values={values}
          set={set}
          design={design}
          problem={form.problem instanceof ApiProblem ? form.problem : null}
        />
      </Panel>
      <Panel title={t('filter.title')} testId="row-filter">
        <FilterRows
          conditions={values.filter}
          columns={design.columns}
          increment={values.mode === 'INCREMENT'}
          errors={(index, name) => form.errors(`filter[${index}].${name}`)}
          onChange={(filter) => set({ filter })}
        />
      </Panel>
      <FormActions text={text} busy={form.busy} back={back} testId="save-service" />
    </Form>
  );
}

/** The tables that a node opens; none while no node is chosen. */
function useTables(node: string): NodeTable[] {
  const tables = useGet<Page<NodeTable>>(`${EXCHANGE}/nodes/${node}/tables?size=100`, {
    enabled: node !== '',
  });
  return node === '' ? [] : (tables.data?.items ?? []);
}
