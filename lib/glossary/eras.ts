/** The three eras of the field, as the card's strip and the popup's timeline draw them. */
import type { Bilingual } from './entry';

export type Era = {
  id: 'beginnings' | 'exploration' | 'growth';
  name: Bilingual;
  /** First and last year, both included. */
  from: number;
  to: number;
};

/** The last year that the strip has room for. */
export const LAST_YEAR = 2026;

export const ERAS: readonly Era[] = [
  { id: 'beginnings', name: { zh: '萌芽期', en: 'Beginnings' }, from: 1950, to: 2005 },
  { id: 'exploration', name: { zh: '探索沉淀期', en: 'Exploration' }, from: 2006, to: 2019 },
  { id: 'growth', name: { zh: '迅猛发展期', en: 'Rapid growth' }, from: 2020, to: LAST_YEAR },
];

/** A date such as `2017-06` as years with a fraction: 2017.42. */
export function yearOf(date: string): number {
  const [year = '0', month, day] = date.split('-');
  return Number(year) + (month ? (Number(month) - 1 + (day ? Number(day) / 31 : 0.5)) / 12 : 0.5);
}

/** The era of a date; what is older than the first belongs to the first. */
export function eraOf(date: string): Era {
  const year = Math.floor(yearOf(date));
  return ERAS.find((era) => year <= era.to) ?? ERAS[ERAS.length - 1]!;
}
