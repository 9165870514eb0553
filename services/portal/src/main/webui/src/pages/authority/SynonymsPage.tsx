import { useQueryClient } from '@tanstack/react-query';
import { AUTHORITY, type Synonym } from '../../api/authority';
import { send } from '../../api/client';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import type { Column } from '../../components/DataTable';
import { TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

const PATH = `${AUTHORITY}/synonyms`;

/** 同义词: words in names of items that are compared as another. */
export function SynonymsPage() {
  const { t, time } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const columns: Column<Synonym>[] = [
    { title: t('synonym.word'), render: (s) => s.word },
    { title: t('synonym.meaning'), render: (s) => s.meaning },
    { title: t('synonym.changedBy'), render: (s) => s.changedBy },
    { title: t('synonym.changedAt'), narrow: true, render: (s) => time(s.changedAt) },
  ];
  const edit: Column<Synonym> = {
    title: t('action.edit'),
    narrow: true,
    render: (s) => (
      <>
        <SynonymDialog key={s.revision} synonym={s} />{' '}
        <ConfirmButton
          text={t('action.delete')}
          title={t('action.delete')}
          question={t('synonym.deleteQuestion', { word: s.word, meaning: s.meaning })}
          variant="link"
          danger
          action={async () => {
            await send('DELETE', `${PATH}/${s.id}`, undefined, `"${s.revision}"`);
            await queries.invalidateQueries();
          }}
        />
      </>
    ),
  };
  return (
    <PageFrame
      title={t('authority.synonyms')}
      lead={t('synonym.lead')}
      crumbs={[{ to: '/authority', text: t('menu.authority') }]}
      actions={may(me, 'manage') && <SynonymDialog />}
    >
      <PagedTable<Synonym>
        path={PATH}
        defaultSize={20}
        label={t('authority.synonyms')}
        rowKey={(s) => s.id}
        rowTestId="synonym-row"
        empty={t('synonym.empty')}
        columns={may(me, 'manage') ? [...columns, edit] : columns}
      />
    </PageFrame>
  );
}

function SynonymDialog({ synonym }: { synonym?: Synonym }) {
  const { t } = useTexts();
  const initial = { word: synonym?.word ?? '', meaning: synonym?.meaning ?? '' };
  const form = useForm(initial, async (values) => {
    if (synonym) {
      await send('PUT', `${PATH}/${synonym.id}`, values, `"${synonym.revision}"`);
    } else {
      await send('POST', PATH, values);
      form.set(initial);
    }
  });
  return (
    <FormDialog
      title={synonym ? t('action.edit') : t('action.add')}
      confirm={t('reference.save')}
      form={form}
      variant={synonym ? 'link' : 'primary'}
      testId={synonym ? undefined : 'add-synonym'}
    >
      <TextField
        {...form.field('word')}
        label={t('synonym.word')}
        required
        hint={t('synonym.wordHint')}
      />
      <TextField
        {...form.field('meaning')}
        label={t('synonym.meaning')}
        required
        hint={t('synonym.meaningHint')}
      />
    </FormDialog>
  );
}
