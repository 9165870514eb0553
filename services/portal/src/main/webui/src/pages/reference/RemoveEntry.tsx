import { useQueryClient } from '@tanstack/react-query';
import { CATALOG } from '../../api/catalog';
import { send } from '../../api/client';
import { ConfirmButton } from '../../components/Actions';
import { useTexts } from '../../i18n';
import { type Entity, type Entry, keyOf, nameOf } from './entity';

/** Removes an entry that nothing refers to. */
export function RemoveEntry({
  entity,
  entry,
  variant = 'link',
  onRemoved,
}: {
  entity: Entity;
  entry: Entry;
  variant?: 'link' | 'secondary';
  onRemoved?: () => unknown;
}) {
  const { t } = useTexts();
  const queries = useQueryClient();
  if (entity.removable === false) {
    return null;
  }
  return (
    <ConfirmButton
      text={t('action.delete')}
      title={t('action.delete')}
      question={t('reference.deleteQuestion', { name: nameOf(entity, entry) })}
      variant={variant}
      danger
      action={async () => {
        const path = `${CATALOG}${entity.path}/${keyOf(entity, entry)}`;
        await send('DELETE', path, undefined, `"${String(entry.revision)}"`);
        await onRemoved?.();
        await queries.invalidateQueries();
      }}
    />
  );
}
