import { Link } from 'react-router';
import type { Proposal } from '../../api/proposal';
import { useTexts } from '../../i18n';

/** What a table already is in the catalogue, if anything. */
export function ProposalResult({ proposal }: { proposal: Proposal }) {
  const { code } = useTexts();
  const { catalogued, resourceId, name } = proposal;
  if (catalogued) {
    return (
      <>
        <Link to={`/catalog/${catalogued.id}`}>{catalogued.name}</Link>{' '}
        {code('resourceState', catalogued.state)}
      </>
    );
  }
  return resourceId ? <Link to={`/catalog/${resourceId}`}>{name}</Link> : null;
}
