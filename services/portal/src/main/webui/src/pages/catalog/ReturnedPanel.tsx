import { Alert, List, ListItem } from '@patternfly/react-core';
import { CATALOG, type Resource, type ReviewView } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { useTexts } from '../../i18n';
import { useFieldTexts } from './fieldNames';
import type { FieldRemark } from './remarks';

/** Tells the author why a resource came back: who said what, and on which fields. */
export function ReturnedPanel({ resource }: { resource: Resource }) {
  const { t, time } = useTexts();
  const review = useGet<ReviewView>(`${CATALOG}/resources/${resource.id}/review`, {
    enabled: resource.state === 'RETURNED',
  });
  if (resource.state !== 'RETURNED') {
    return null;
  }
  const returned = review.data?.lastReturn;
  return (
    <Alert
      component="h2"
      variant="warning"
      isInline
      className="gs-block"
      variantLabel={t('alert.warning')}
      title={t('remark.returned')}
      data-testid="returned"
    >
      {returned && (
        <p>
          {t('remark.returnedBy', {
            actor: returned.actor,
            time: time(returned.at),
            remark: returned.remark ?? '',
          })}
        </p>
      )}
      <RemarkList remarks={(resource.remarks ?? []) as FieldRemark[]} items={resource.items} />
    </Alert>
  );
}

/** Remarks with the names of their fields. */
export function RemarkList({
  remarks,
  items,
}: {
  remarks: FieldRemark[];
  items: Resource['items'];
}) {
  const { nameOf } = useFieldTexts();
  if (remarks.length === 0) {
    return null;
  }
  return (
    <List>
      {remarks.map(({ field, remark }, index) => (
        <ListItem key={index} data-testid="remark-row">
          <strong>{nameOf(field, items)}</strong> {remark}
        </ListItem>
      ))}
    </List>
  );
}
