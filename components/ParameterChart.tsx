/** Published parameter counts of models over time, on a log scale; points answer to the pointer and to the arrow keys. */
import { useState } from 'preact/hooks';
import { yearOf } from '@/lib/glossary/eras';
import type { EntryId } from '@/lib/glossary/entry';
import type { EntryNames } from '@/lib/glossary/names';
import type { Strings } from '@/lib/strings/strings';

const WIDTH = 360;
const HEIGHT = 112;
const LEFT = 34;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 20;
/** Powers of ten with a grid line, and how each is written. */
const GRID: [number, string][] = [
  [7, '10M'],
  [9, '1B'],
  [11, '100B'],
  [12, '1T'],
];

type Point = { id: EntryId; name: string; x: number; y: number; text: string };

export function ParameterChart(props: {
  models: readonly EntryNames[];
  onPage: ReadonlyMap<EntryId, number>;
  strings: Strings;
  onOpen(id: EntryId): void;
}) {
  const { models, onPage, strings, onOpen } = props;
  const [at, setAt] = useState<number>();
  const dated = models
    .filter(
      (model) =>
        model.parameters !== undefined &&
        model.introduced !== undefined &&
        Number(model.introduced.slice(0, 4)) >= 2012,
    )
    .toSorted((a, b) => (a.introduced! < b.introduced! ? -1 : 1));
  if (dated.length === 0) return null;
  const years = dated.map((model) => yearOf(model.introduced!));
  const [first, last] = [Math.floor(Math.min(...years)), Math.ceil(Math.max(...years) + 0.01)];
  const x = (year: number) => LEFT + ((year - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (power: number) => TOP + ((12.4 - power) / (12.4 - 6.6)) * (HEIGHT - TOP - BOTTOM);
  const points = dated.map((model): Point => {
    const name = model.short ?? model.headword.en;
    return {
      id: model.id,
      name,
      x: x(yearOf(model.introduced!)),
      y: y(Math.log10(model.parameters!)),
      text: `${name} · ${shortCount(model.parameters!)}${model.organisation ? ` · ${model.organisation}` : ''} · ${model.introduced!.slice(0, 4)}`,
    };
  });
  const shown = at === undefined ? undefined : points[at];
  const describe = shown ? shown.text : strings.timeline.chart;
  return (
    <figure class="chart">
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
        onInput={(event) => setAt(Number(event.currentTarget.value))}
        onKeyDown={(event) => event.key === 'Enter' && shown && onOpen(shown.id)}
      />
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" onPointerLeave={() => setAt(undefined)}>
        {GRID.map(([power, text]) => (
          <g key={text} class="grid">
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(power)} y2={y(power)} />
            <text x={LEFT - 6} y={y(power) + 3} text-anchor="end">
              {text}
            </text>
          </g>
        ))}
        {ticks(first, last).map((year) => (
          <text key={year} class="year" x={x(year)} y={HEIGHT - 6} text-anchor="middle">
            {year}
          </text>
        ))}
        {points.map((point, index) => (
          <circle
            key={point.id}
            cx={point.x}
            cy={point.y}
            r={index === at ? 5 : 3.2}
            data-here={onPage.has(point.id)}
            data-active={index === at}
            onPointerEnter={() => setAt(index)}
            onClick={() => onOpen(point.id)}
          />
        ))}
      </svg>
      <figcaption>{describe}</figcaption>
    </figure>
  );
}

/** `175B`, `1.5B`, `66M`: as model names write them. */
export function shortCount(count: number): string {
  const [unit, suffix] = count >= 1e12 ? [1e12, 'T'] : count >= 1e9 ? [1e9, 'B'] : [1e6, 'M'];
  return `${Number((count / unit).toPrecision(3))}${suffix}`;
}

function ticks(first: number, last: number): number[] {
  const step = last - first > 8 ? 3 : 2;
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step).filter(
    (year) => year < last,
  );
}
