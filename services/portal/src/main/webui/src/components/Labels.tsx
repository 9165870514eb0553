import { Label, type LabelProps } from '@patternfly/react-core';
import { useTexts } from '../i18n';

type Color = NonNullable<LabelProps['color']>;
type Status = NonNullable<LabelProps['status']>;

const COLORS: Record<string, Color> = {
  DRAFT: 'grey',
  PENDING_REVIEW: 'blue',
  REGISTERED: 'purple',
  PUBLISHED: 'green',
  RETURNED: 'orange',
  WITHDRAWN: 'grey',
  SUBMITTED: 'blue',
  COMPLIANCE_PASSED: 'purple',
  GRANTED: 'green',
  REFUSED: 'red',
  ACTIVE: 'green',
  REVOKED: 'red',
  EXPIRED: 'grey',
  DEPLOYED: 'green',
  STOPPED: 'grey',
  SUSPENDED: 'orange',
  REQUESTED: 'blue',
  RUNNING: 'blue',
  PAUSED: 'orange',
  VERIFIED: 'green',
  UNVERIFIED: 'orange',
  PENDING: 'blue',
  UNCONDITIONAL: 'green',
  CONDITIONAL: 'orange',
  NOT_SHARED: 'grey',
  OPEN: 'green',
  ON_REQUEST: 'orange',
  CLOSED: 'grey',
  SOURCE: 'blue',
  TARGET: 'purple',
  'candidateStatus.OPEN': 'blue',
  'candidateStatus.SAME': 'green',
  'proposalState.OPEN': 'blue',
  ACCEPTED: 'green',
};

const STATUSES: Record<string, Status> = {
  COMPLETED: 'success',
  FAILED: 'danger',
  EQUAL: 'success',
  DIFFERENT: 'danger',
  MOVING: 'info',
  NORMAL: 'success',
  PARTLY_STOPPED: 'warning',
  ALL_STOPPED: 'danger',
  'candidateStatus.DIFFERENT': 'info',
  'nodeHealth.STOPPED': 'danger',
};

/** A code such as a state or a sharing type, in words and colour. */
export function CodeLabel({
  kind,
  value,
  testId,
}: {
  /** Prefix of the dictionary's keys. */
  kind: string;
  value: string | null | undefined;
  testId?: string;
}) {
  const { code } = useTexts();
  if (!value) {
    return <span className="gs-quiet">—</span>;
  }
  const status = STATUSES[`${kind}.${value}`] ?? STATUSES[value];
  return (
    <Label
      isCompact
      {...(status ? { status } : { color: COLORS[`${kind}.${value}`] ?? COLORS[value] ?? 'grey' })}
      data-testid={testId}
      data-code={value}
    >
      {code(kind, value)}
    </Label>
  );
}
