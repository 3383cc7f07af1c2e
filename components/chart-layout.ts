/** Where the points, lines and names of the chart of model sizes stand, in SVG units. Pure. */
import { yearOf } from '@/lib/glossary/eras';
import type { EntryId } from '@/lib/glossary/entry';
import type { EntryNames } from '@/lib/glossary/names';

export type ChartSize = 'small' | 'large';

/** One colour for each organisation that made many models; the next one is for all others. */
export const PALETTE = [
  '--kind-violet',
  '--kind-clay',
  '--kind-teal',
  '--kind-blue',
  '--kind-rose',
  '--kind-olive',
  '--kind-slate',
] as const;

const SIZES = {
  small: { width: 360, height: 116, grid: [8, 10, 12], makers: 4 },
  large: { width: 440, height: 300, grid: [7, 8, 9, 10, 11, 12], makers: 6 },
} as const;
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 12, 10, 20];
/** Powers of ten at the bottom and the top edge. */
const [LOW, HIGH] = [7, 12.6];
/** Models before this year are too small and too few to share a scale with the rest. */
const FIRST_YEAR = 2018;
/** Width of a letter and height of a line of the names, about. */
const [LETTER, LINE] = [5.2, 11];
const GRID_TEXT: Record<number, string> = { 7: '10M', 8: '100M', 9: '1B', 10: '10B', 11: '100B', 12: '1T' };

export type ChartPoint = {
  id: EntryId;
  name: string;
  x: number;
  y: number;
  /** Name, size, maker and year in one line. */
  text: string;
  /** Place in `makers` and in the palette. */
  maker: number;
  label?: { x: number; anchor: 'start' | 'end' };
};

/** Undefined where no model has a size and a date. `others`: what the rest of the makers are called. */
export function chartOf(models: readonly EntryNames[], size: ChartSize, others: string) {
  const { width, height, grid, makers: most } = SIZES[size];
  const dated = models
    .filter(
      ({ parameters, introduced }) =>
        parameters !== undefined && introduced !== undefined && Number(introduced.slice(0, 4)) >= FIRST_YEAR,
    )
    .toSorted((a, b) => (a.introduced! < b.introduced! ? -1 : 1));
  if (dated.length === 0) return undefined;
  const times = dated.map((model) => yearOf(model.introduced!));
  const [first, last] = [Math.floor(Math.min(...times)), Math.ceil(Math.max(...times) + 0.01)];
  const x = (year: number) => LEFT + ((year - first) / (last - first)) * (width - LEFT - RIGHT);
  const y = (power: number) => TOP + ((HIGH - power) / (HIGH - LOW)) * (height - TOP - BOTTOM);
  const known = busiest(dated, most);
  const points = dated.map((model): ChartPoint => {
    const name = model.short ?? model.headword.en;
    const maker = known.indexOf(model.organisation ?? '');
    const year = model.introduced!.slice(0, 4);
    return {
      id: model.id,
      name,
      x: x(yearOf(model.introduced!)),
      y: y(Math.log10(model.parameters!)),
      maker: maker < 0 ? known.length : maker,
      text: [name, shortCount(model.parameters!), model.organisation, year].filter(Boolean).join(' · '),
    };
  });
  if (size === 'large') addNames(points, width - RIGHT);
  const step = last - first > 8 ? 2 : 1;
  return {
    width,
    height,
    left: LEFT,
    right: RIGHT,
    points,
    grid: grid.map((power) => ({ y: y(power), text: GRID_TEXT[power]! })),
    years: Array.from({ length: Math.ceil((last - first) / step) }, (_, at) => first + at * step).map((year) => ({
      year,
      x: x(year),
    })),
    makers: [...known, others],
  };
}

/** The organisations that made most models. */
function busiest(models: readonly EntryNames[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { organisation } of models)
    if (organisation) counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([organisation]) => organisation);
}

/** Names beside points, the largest models first, wherever they cover neither a point nor another name. */
function addNames(points: ChartPoint[], edge: number): void {
  type Box = { from: number; to: number; y: number };
  const taken: Box[] = points.map(({ x, y }) => ({ from: x - 4, to: x + 4, y }));
  const isFree = (box: Box) =>
    box.from > LEFT &&
    box.to < edge + RIGHT &&
    taken.every((other) => box.to < other.from || box.from > other.to || Math.abs(box.y - other.y) > LINE - 2);
  for (const point of points.toSorted((a, b) => a.y - b.y)) {
    const wide = point.name.length * LETTER;
    for (const anchor of ['start', 'end'] as const) {
      const x = anchor === 'start' ? point.x + 6 : point.x - 6;
      const box = { from: anchor === 'start' ? x : x - wide, to: anchor === 'start' ? x + wide : x, y: point.y };
      if (!isFree(box)) continue;
      taken.push(box);
      point.label = { x, anchor };
      break;
    }
  }
}

/** `175B`, `1.5B`, `66M`: as model names write them. */
export function shortCount(count: number): string {
  const [unit, suffix] = count >= 1e12 ? [1e12, 'T'] : count >= 1e9 ? [1e9, 'B'] : [1e6, 'M'];
  return `${Number((count / unit).toPrecision(3))}${suffix}`;
}
