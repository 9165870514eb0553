import { useState } from 'react';
import { CATALOG, type CategoryDetail, type CategoryNode } from '../../api/catalog';
import { getVersioned, send, type Versioned } from '../../api/client';
import { LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { categoryInput, categoryTexts } from './categoryForm';

/** Changes a category, or adds one: below another, or at the top. */
export function CategoryDialog({ node, below }: { node?: CategoryNode; below?: CategoryNode }) {
  const { t } = useTexts();
  const [loaded, setLoaded] = useState<Versioned<CategoryDetail> | null>(null);
  const path = `${CATALOG}/categories`;
  const form = useForm(categoryTexts(), async (values) => {
    const input = categoryInput(values, loaded?.data ?? { parent: below?.code });
    await (loaded
      ? send('PUT', `${path}/${loaded.data.code}`, input, loaded.version)
      : send('POST', path, input));
  });
  const open = async () => {
    const found = node ? await getVersioned<CategoryDetail>(`${path}/${node.code}`) : null;
    setLoaded(found);
    form.set(categoryTexts(found?.data));
  };
  const title = node
    ? t('category.changeOf', { name: node.name })
    : below
      ? t('category.addBelowOf', { name: below.name })
      : t('category.add');
  return (
    <FormDialog
      title={title}
      text={node ? t('action.edit') : below ? t('category.addBelow') : t('category.add')}
      confirm={t('reference.save')}
      form={form}
      variant={node || below ? 'link' : 'primary'}
      onOpen={open}
      label={title}
      testId={node ? 'change-category' : below ? 'add-below' : 'add-category'}
    >
      <TextField {...form.field('name')} label={t('reference.name')} required />
      <TextField
        {...form.field('code')}
        label={t('reference.code')}
        hint={node ? undefined : t('category.codeHint')}
        readOnly={node !== undefined}
      />
      <TextField
        {...form.field('position')}
        type="number"
        label={t('category.position')}
        hint={t('category.positionHint')}
      />
      <LongTextField {...form.field('description')} label={t('item.description')} rows={3} />
    </FormDialog>
  );
}
