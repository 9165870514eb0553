import { CATALOG, type DataUpdate, type Resource } from '../../api/catalog';
import { send } from '../../api/client';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { LongTextField, TextField } from '../../components/Fields';
import { Panel } from '../../components/Facts';
import { FormDialog } from '../../components/FormDialog';
import { PagedTable } from '../../components/PagedTable';
import { useForm } from '../../components/useForm';
import { NONE, useTexts } from '../../i18n';
import { dataUpdateInput } from './dataUpdate';

/** When the data behind a resource was updated, and saying that it has been. */
export function DataUpdatesPanel({ resource: r }: { resource: Resource }) {
  const { t, number, time } = useTexts();
  const me = useUser();
  if (!r.publishedAt || me.department === null) {
    return null;
  }
  const reports =
    r.state === 'PUBLISHED' && may(me, 'edit') && r.department.code === me.department.code;
  return (
    <Panel
      title={t('dataUpdate.title')}
      actions={reports && <Report id={r.id} />}
      testId="data-updates"
    >
      <PagedTable<DataUpdate>
        path={`${CATALOG}/resources/${r.id}/data-updates`}
        list="updates."
        label={t('dataUpdate.title')}
        rowKey={(update) => update.id}
        rowTestId="data-update-row"
        empty={t('dataUpdate.none')}
        columns={[
          { title: t('dataUpdate.at'), narrow: true, render: (u) => time(u.updatedAt) },
          { title: t('dataUpdate.rows'), numeric: true, render: (u) => number(u.rowCount) },
          { title: t('dataUpdate.note'), render: (u) => u.note ?? NONE },
          { title: t('dataUpdate.by'), render: (u) => u.reportedBy },
        ]}
      />
    </Panel>
  );
}

function Report({ id }: { id: string }) {
  const { t } = useTexts();
  const form = useForm({ updatedAt: '', rowCount: '', note: '' }, async (values) => {
    await send('POST', `${CATALOG}/resources/${id}/data-updates`, dataUpdateInput(values));
  });
  return (
    <FormDialog
      title={t('dataUpdate.report')}
      confirm={t('dataUpdate.submit')}
      form={form}
      variant="secondary"
      onOpen={async () => form.set({ updatedAt: '', rowCount: '', note: '' })}
      testId="report-update"
    >
      <p>{t('dataUpdate.lead')}</p>
      <TextField
        {...form.field('updatedAt')}
        type="date"
        label={t('dataUpdate.on')}
        hint={t('dataUpdate.onHint')}
      />
      <TextField {...form.field('rowCount')} type="number" label={t('dataUpdate.rows')} />
      <LongTextField {...form.field('note')} label={t('dataUpdate.note')} />
    </FormDialog>
  );
}
