import type { CategoryDetail } from '../../api/catalog';

export type CategoryTexts = { code: string; name: string; position: string; description: string };

/** The texts of a form that shows a category, or that of a new one. */
export function categoryTexts(known?: CategoryDetail): CategoryTexts {
  return {
    code: known?.code ?? '',
    name: known?.name ?? '',
    position: known ? String(known.position) : '',
    description: known?.description ?? '',
  };
}

/**
 * What the service is sent.
 *
 * @param place where the category stands, or is to stand
 */
export function categoryInput(texts: CategoryTexts, place: Pick<CategoryDetail, 'parent'>) {
  return {
    code: texts.code.trim() || null,
    parent: place.parent ?? null,
    name: texts.name.trim(),
    position: texts.position === '' ? null : Number(texts.position),
    description: texts.description.trim() || null,
  };
}
