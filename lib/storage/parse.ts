/** Reads what storage holds, whoever wrote it and whenever: a field that is not what it should be becomes its default. */
import {
  DEFAULT_SETTINGS,
  DEFAULT_SITES,
  DEFAULT_TERMS,
  type OwnTerm,
  type Settings,
  type Sites,
  type Terms,
} from '@/lib/settings';
import { TOPICS, type Topic } from '@/lib/glossary/topics';

type Check<T> = (value: unknown) => value is T;
type Checks<T> = { [Key in keyof T]: Check<T[Key]> };

const oneOf =
  <T extends string | number>(...allowed: T[]): Check<T> =>
  (value): value is T =>
    (allowed as unknown[]).includes(value);
const between =
  (low: number, high: number): Check<number> =>
  (value): value is number =>
    typeof value === 'number' && value >= low && value <= high;
const isBoolean: Check<boolean> = (value): value is boolean => typeof value === 'boolean';
const isString: Check<string> = (value): value is string => typeof value === 'string';
const isTime: Check<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isTopic: Check<Topic> = (value): value is Topic => typeof value === 'string' && Object.hasOwn(TOPICS, value);

const SETTINGS: Checks<Settings> = {
  interfaceLanguage: oneOf('auto', 'zh-Hans', 'zh-Hant', 'en'),
  entryLanguage: oneOf('auto', 'zh', 'en'),
  level: oneOf(1, 2, 3),
  density: oneOf('section', 'page', 'all'),
  marksPerScreen: between(0, 1000),
  underline: oneOf('dotted', 'dashed', 'solid', 'wavy', 'background'),
  strength: between(0.2, 1),
  theme: oneOf('page', 'system', 'light', 'dark'),
  showDelay: between(0, 1000),
  hideDelay: between(0, 1000),
  modifier: oneOf('none', 'Alt', 'Control', 'Shift'),
  tapToExplain: isBoolean,
  includeCode: isBoolean,
  topicsOff: (value): value is Topic[] => Array.isArray(value) && value.every(isTopic),
  badge: isBoolean,
  knownFadesAfterDays: between(0, 3650),
  sync: isBoolean,
};

/** Settings from whatever was stored. Never throws. */
export function parseSettings(raw: unknown): Settings {
  const fields = asObject(raw);
  const entries = Object.entries(DEFAULT_SETTINGS).map(([key, fallback]) => {
    const check = SETTINGS[key as keyof Settings] as Check<unknown>;
    return [key, check(fields[key]) ? fields[key] : fallback];
  });
  return Object.fromEntries(entries) as Settings;
}

/** Site lists from whatever was stored. Never throws. */
export function parseSites(raw: unknown): Sites {
  const fields = asObject(raw);
  const list = (value: unknown) => (Array.isArray(value) ? [...new Set(value.filter(isString))] : []);
  return {
    mode: fields['mode'] === 'only' ? 'only' : DEFAULT_SITES.mode,
    except: list(fields['except']),
    allowed: list(fields['allowed']),
    only: list(fields['only']),
    barred: list(fields['barred']),
    snoozed: times(fields['snoozed']),
  };
}

/** The reader's terms from whatever was stored. Never throws. */
export function parseTerms(raw: unknown): Terms {
  const fields = asObject(raw);
  return {
    own: Array.isArray(fields['own']) ? fields['own'].filter(isOwnTerm) : DEFAULT_TERMS.own,
    known: times(fields['known']),
    hidden: times(fields['hidden']),
    recent: Array.isArray(fields['recent']) ? fields['recent'].filter(isString).slice(0, 50) : DEFAULT_TERMS.recent,
  };
}

export function isOwnTerm(value: unknown): value is OwnTerm {
  const term = asObject(value);
  return (
    isString(term['id']) &&
    Array.isArray(term['forms']) &&
    term['forms'].length > 0 &&
    term['forms'].every((form) => isString(form) && form.trim() !== '') &&
    isString(term['gloss']) &&
    isTime(term['edited']) &&
    ['detail', 'url'].every((key) => term[key] === undefined || isString(term[key]))
  );
}

/** A record with nothing inherited, so that an id like `constructor` is only ever what was stored. */
function times(raw: unknown): Record<string, number> {
  return Object.fromEntries(Object.entries(asObject(raw)).filter((pair): pair is [string, number] => isTime(pair[1])));
}

function asObject(raw: unknown): Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : {};
}

/** The first field of which reading dropped or replaced anything, '' where nothing could be read; undefined when all is sound. */
export function damagedField(raw: unknown, read: object): string | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return '';
  const fields = read as Record<string, unknown>;
  return Object.entries(raw).find(
    ([name, value]) => Object.hasOwn(fields, name) && JSON.stringify(value) !== JSON.stringify(fields[name]),
  )?.[0];
}
