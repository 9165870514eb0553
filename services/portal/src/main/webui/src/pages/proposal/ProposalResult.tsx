import { Link } from 'react-router';
import type { Proposal } from '../../api/proposal';
import { CodeLabel } from '../../components/Labels';

/** What a table already is in the catalogue, if anything. */
export function ProposalResult({ proposal }: { proposal: Proposal }) {
  const { catalogued, resourceId, name } = proposal;
  if (catalogued) {
    return (
      <>
        <Link to={`/catalog/${catalogued.id}`}>{catalogued.name}</Link>{' '}
        <CodeLabel kind="resourceState" value={catalogued.state} />
      </>
    );
  }
  return resourceId ? <Link to={`/catalog/${resourceId}`}>{name}</Link> : null;
}
