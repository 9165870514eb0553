import { CATALOG, type Deviation, type Resource } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { useTexts } from '../../i18n';
import { EntryLink } from '../reference/EntryValue';
import { useFieldTexts } from './fieldNames';

/** Where items are not what their standard data elements say; nothing if all of them are. */
export function DeviationsPanel({ resource: r }: { resource: Resource }) {
  const { t, code } = useTexts();
  const { valueOf } = useFieldTexts();
  const cites = r.items.some((item) => item.dataElementId);
  const found = useGet<Deviation[]>(`${CATALOG}/resources/${r.id}/standard-deviations`, {
    enabled: cites,
  });
  if (!cites || !found.data?.length) {
    return null;
  }
  const value = (kind: string, said: string | undefined) =>
    valueOf(kind === 'DATA_TYPE' ? 'dataType' : '', said);
  return (
    <Panel title={t('deviation.title')} testId="deviations">
      <DataTable
        label={t('deviation.title')}
        rows={found.data}
        rowKey={(one) => `${one.itemId} ${one.kind}`}
        rowTestId="deviation-row"
        columns={[
          { title: t('deviation.item'), render: (one) => one.itemName },
          {
            title: t('deviation.element'),
            render: (one) => <EntryLink kind="data-elements" id={one.dataElementId} />,
          },
          { title: t('deviation.kind'), render: (one) => code('deviationKind', one.kind) },
          { title: t('deviation.is'), render: (one) => value(one.kind, one.is) },
          { title: t('deviation.standard'), render: (one) => value(one.kind, one.standard) },
        ]}
      />
    </Panel>
  );
}
