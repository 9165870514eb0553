import { CATALOG } from '../../api/catalog';
import { useDepartments } from '../../api/hooks';
import { Panel } from '../../components/Facts';
import { PagedTable } from '../../components/PagedTable';
import { useTexts } from '../../i18n';
import type { Change } from './changes';
import { ChangedValues } from './ChangedValues';

/** Who changed one object, when and how; the latest first. */
export function ChangeHistory({ kind, id }: { kind: string; id: string }) {
  const { t, code, time } = useTexts();
  const { departmentName } = useDepartments();
  return (
    <Panel title={t('change.title')} testId="changes">
      <PagedTable<Change>
        path={`${CATALOG}/changes`}
        filters={{ kind, id }}
        list="changes."
        label={t('change.title')}
        rowKey={(change) => String(change.id)}
        rowTestId="change-row"
        empty={t('change.none')}
        columns={[
          { title: t('history.at'), narrow: true, render: (change) => time(change.at) },
          {
            title: t('history.action'),
            narrow: true,
            render: (change) => code('changeAction', change.action),
          },
          {
            title: t('change.what'),
            render: (change) => change.action === 'CHANGED' && <ChangedValues change={change} />,
          },
          { title: t('history.actor'), narrow: true, render: (change) => change.actor },
          {
            title: t('change.of'),
            render: (change) => departmentName(change.actorDepartment),
          },
        ]}
      />
    </Panel>
  );
}
