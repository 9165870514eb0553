import { Link } from 'react-router';
import { type Campaign, CATALOG, type Page } from '../../api/catalog';
import { query } from '../../api/client';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ChoiceField, type FieldProps } from '../../components/Fields';

/** Chooses one of the open campaigns that a department takes part in. */
export function CampaignField({
  department,
  none,
  ...field
}: FieldProps & {
  /** Nothing is offered until it is known; those of all departments if null. */
  department: string | null | undefined;
  /** What stands for no campaign. */
  none: string;
}) {
  const campaigns = useGet<Page<Campaign>>(
    `${CATALOG}/campaigns${query({ department, closed: 'false', size: 100 })}`,
    { enabled: department !== undefined },
  );
  // A campaign that has been closed since, or that others take part in, stays chosen.
  const open = campaigns.data?.items ?? [];
  const gone = campaigns.data && field.value && !open.some(({ id }) => id === field.value);
  const chosen = useGet<Campaign>(`${CATALOG}/campaigns/${field.value}`, {
    enabled: Boolean(gone),
  });
  const options = open.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <ChoiceField
      {...field}
      placeholder={none}
      options={
        gone
          ? [...options, { value: field.value, text: chosen.data?.name ?? field.value }]
          : options
      }
    />
  );
}

/** A campaign by its name, leading to its page for those who may see it. */
export function CampaignName({ id }: { id: string }) {
  const me = useUser();
  const sees = may(me, 'campaigns');
  const found = useGet<Campaign>(`${CATALOG}/campaigns/${id}`, { enabled: sees });
  return sees && found.data ? <Link to={`/campaigns/${id}`}>{found.data.name}</Link> : id;
}
