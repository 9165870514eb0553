import { Button } from '@patternfly/react-core';
import AngleDownIcon from '@patternfly/react-icons/dist/esm/icons/angle-down-icon';
import AngleRightIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import { type ReactNode, useState } from 'react';
import type { TreeRow } from './tree';

/** What a line of a tree is called, as far in as it stands, with the way to what is below it. */
export function TreeName<N>({
  row: { depth, open },
  label,
  onTurn,
  children,
}: {
  row: TreeRow<N>;
  /** What the button is called that shows what is below. */
  label: string;
  onTurn: () => void;
  children: ReactNode;
}) {
  return (
    <span className={`gs-tree gs-tree--${Math.min(depth, 5)}`}>
      {open === undefined ? (
        <span className="gs-tree__leaf" />
      ) : (
        <Button
          variant="plain"
          size="sm"
          icon={open ? <AngleDownIcon /> : <AngleRightIcon />}
          aria-expanded={open}
          aria-label={label}
          onClick={onTurn}
        />
      )}
      {children}
    </span>
  );
}

/** Which nodes of a tree are closed, and closing or opening one. */
export function useClosed(): [ReadonlySet<string>, (code: string) => void] {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  return [
    closed,
    (code) =>
      setClosed((old) => {
        const next = new Set(old);
        if (!next.delete(code)) next.add(code);
        return next;
      }),
  ];
}
