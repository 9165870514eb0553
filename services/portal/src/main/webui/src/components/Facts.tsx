import {
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { NONE } from '../i18n';

/** Terms and values of one thing. */
export function Facts({
  facts,
  columns = 3,
}: {
  facts: [string, ReactNode][];
  columns?: 1 | 2 | 3;
}) {
  return (
    <DescriptionList
      isCompact
      columnModifier={{
        default: '1Col',
        md: columns === 1 ? '1Col' : '2Col',
        xl: columns === 3 ? '3Col' : columns === 2 ? '2Col' : '1Col',
      }}
    >
      {facts.map(([term, value]) => (
        <DescriptionListGroup key={term}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>
            {value === null || value === undefined || value === '' ? NONE : value}
          </DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
}

/** A titled card. */
export function Panel({
  title,
  actions,
  children,
  testId,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  testId?: string;
}) {
  return (
    <Card component="section" className="gs-panel" data-testid={testId}>
      <CardHeader actions={actions ? { actions, hasNoOffset: true } : undefined}>
        <CardTitle component="h2">{title}</CardTitle>
      </CardHeader>
      <CardBody>{children}</CardBody>
    </Card>
  );
}

/** A part of a panel with a heading of its own. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="gs-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** A number with its name; a link to the rows it counts where there are any to show. */
export function Figure({
  label,
  value,
  to,
  testId,
  strong,
}: {
  label: string;
  value: string;
  to?: string;
  testId?: string;
  strong?: boolean;
}) {
  const content = (
    <>
      <span
        className={strong ? 'gs-figure__value gs-figure__value--strong' : 'gs-figure__value'}
        data-testid={testId}
      >
        {value}
      </span>
      <span className="gs-figure__label">{label}</span>
    </>
  );
  if (to?.startsWith('#')) {
    return (
      <a href={to} className="gs-figure gs-figure--link">
        {content}
      </a>
    );
  }
  return to ? (
    <Link to={to} className="gs-figure gs-figure--link">
      {content}
    </Link>
  ) : (
    <div className="gs-figure">{content}</div>
  );
}

export function Figures({ children, pairs }: { children: ReactNode; pairs?: boolean }) {
  return <div className={pairs ? 'gs-figures gs-figures--pairs' : 'gs-figures'}>{children}</div>;
}
