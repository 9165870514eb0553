import { useId } from 'react';
import type { Process, ProcessRun } from '../../api/exchange';
import { useTexts } from '../../i18n';
import { cut, layersOf } from './graph';

const BOX = { width: 220, height: 52 };
const GAP = { x: 64, y: 20 };
const EDGE = 8;
const NAME_WIDTH = 28;

/** A process as a picture, with the states of its latest run; the table below says the same. */
export function ProcessGraph({
  process,
  last,
  name,
}: {
  process: Pick<Process, 'name' | 'services' | 'edges'>;
  last?: ProcessRun;
  name: (id: string) => string;
}) {
  const { t, code } = useTexts();
  const arrow = useId();
  const layers = layersOf(process.services, process.edges);
  const places = new Map(
    layers.flatMap((layer, column) =>
      layer.map((id, row): [string, { x: number; y: number }] => [
        id,
        { x: EDGE + column * (BOX.width + GAP.x), y: EDGE + row * (BOX.height + GAP.y) },
      ]),
    ),
  );
  const tallest = Math.max(1, ...layers.map((layer) => layer.length));
  const width = 2 * EDGE + layers.length * (BOX.width + GAP.x) - GAP.x;
  const height = 2 * EDGE + tallest * (BOX.height + GAP.y) - GAP.y;
  return (
    <div
      className="gs-scroll"
      tabIndex={0}
      role="group"
      aria-label={t('process.graphOf', { name: process.name })}
    >
      <svg
        className="gs-graph"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('process.graphOf', { name: process.name })}
      >
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M 0 0 L 10 5 L 0 10 z" fill="currentcolor" />
          </marker>
        </defs>
        {process.edges.map(({ before, after }) => {
          const from = places.get(before);
          const to = places.get(after);
          if (!from || !to) return null;
          const start = { x: from.x + BOX.width, y: from.y + BOX.height / 2 };
          const end = { x: to.x, y: to.y + BOX.height / 2 };
          const bend = GAP.x / 2;
          return (
            <path
              key={`${before}-${after}`}
              className="gs-graph__edge"
              d={`M ${start.x} ${start.y} C ${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`}
              markerEnd={`url(#${arrow})`}
            />
          );
        })}
        {[...places].map(([id, { x, y }]) => {
          const state = last?.steps.find((step) => step.serviceId === id)?.state;
          return (
            <g key={id}>
              <title>{name(id)}</title>
              <rect
                className={`gs-graph__box gs-graph__box--${state ?? 'NONE'}`}
                x={x}
                y={y}
                width={BOX.width}
                height={BOX.height}
                rx={4}
              />
              <text x={x + 12} y={y + (state ? 22 : 31)}>
                {cut(name(id), NAME_WIDTH)}
              </text>
              {state && (
                <text className="gs-graph__state" x={x + 12} y={y + 41}>
                  {code('stepState', state)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
