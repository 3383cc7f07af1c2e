/** Published parameter counts of models over time, on a log scale and by organisation; answers to pointer and keys. */
import { useMemo, useState } from 'preact/hooks';
import { chartOf, type ChartSize, PALETTE, shortCount } from './chart-layout';
import type { EntryId } from '@/lib/glossary/entry';
import type { EntryNames } from '@/lib/glossary/names';
import type { Strings } from '@/lib/strings/strings';

export { shortCount };

export function ParameterChart(props: {
  models: readonly EntryNames[];
  onPage: ReadonlyMap<EntryId, number>;
  strings: Strings;
  /** `large`: with names beside the points, where there is room. */
  size?: ChartSize;
  onOpen(id: EntryId): void;
}) {
  const { models, onPage, strings, size = 'small', onOpen } = props;
  const [at, setAt] = useState<number>();
  const [maker, setMaker] = useState<string>();
  const chart = useMemo(() => chartOf(models, size, strings.timeline.others), [models, size, strings]);
  if (!chart) return null;
  const { width, height, left, right, points, grid, years, makers } = chart;
  const shown = at === undefined ? undefined : points[at];
  const describe = shown ? shown.text : strings.timeline.chart;
  return (
    <figure class="chart" data-size={size}>
      {/* The keyboard's way through the points: a native slider, which the drawing follows. */}
      <input
        type="range"
        class="sr-only"
        min={0}
        max={points.length - 1}
        value={at ?? 0}
        aria-label={strings.timeline.chart}
        aria-valuetext={describe}
        onFocus={() => setAt(at ?? 0)}
        onBlur={() => setAt(undefined)}
        onInput={(event) => setAt(Number(event.currentTarget.value))}
        onKeyDown={(event) => event.key === 'Enter' && shown && onOpen(shown.id)}
      />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" onPointerLeave={() => setAt(undefined)}>
        {grid.map(({ y, text }) => (
          <g key={text} class="grid">
            <line x1={left} x2={width - right} y1={y} y2={y} />
            <text x={left - 6} y={y + 3} text-anchor="end">
              {text}
            </text>
          </g>
        ))}
        {years.map(({ x, year }) => (
          <text key={year} class="year" x={x} y={height - 5} text-anchor="middle">
            {year}
          </text>
        ))}
        {points.map((point, index) => (
          <g
            key={point.id}
            class="point"
            style={{ '--maker': `var(${PALETTE[point.maker]})` }}
            data-here={onPage.has(point.id)}
            data-active={index === at}
            data-dimmed={maker !== undefined && makers[point.maker] !== maker}
            onPointerEnter={() => setAt(index)}
            onClick={() => onOpen(point.id)}
          >
            {/* Twice as large as what is seen: easier to hit. */}
            <circle class="target" cx={point.x} cy={point.y} r={8} />
            <circle cx={point.x} cy={point.y} r={index === at ? 5 : 3.4} />
            {point.label && (
              <text x={point.label.x} y={point.y + 3} text-anchor={point.label.anchor}>
                {point.name}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption>{describe}</figcaption>
      <div class="makers" role="group" aria-label={strings.timeline.makers}>
        {makers.map((name, index) => (
          <button
            key={name}
            type="button"
            aria-pressed={maker === name}
            style={{ '--kind': `var(${PALETTE[index]})` }}
            onClick={() => setMaker(maker === name ? undefined : name)}
          >
            <i class="dot" />
            {name}
          </button>
        ))}
      </div>
    </figure>
  );
}
