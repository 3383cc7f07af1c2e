/** Every choice a reader can make, with its default. Plain data; lib/storage.ts keeps it. */
import type { EntryId } from './glossary/entry';
import type { Topic } from './glossary/topics';

export type Language = 'zh' | 'en';
export type InterfaceLanguage = 'zh-Hans' | 'zh-Hant' | 'en';
export type Modifier = 'none' | 'Alt' | 'Control' | 'Shift';

export type Settings = {
  /** Language of the popup, options and card furniture; auto follows the browser. */
  interfaceLanguage: 'auto' | InterfaceLanguage;
  /** Which language of an entry comes first; auto follows the interface. */
  entryLanguage: 'auto' | Language;
  /** The reader's level: entries below it are not marked. 1 shows all. */
  level: 1 | 2 | 3;
  density: 'section' | 'page' | 'all';
  /** At most this many marks per screen, the most important first; 0 is no limit. */
  marksPerScreen: number;
  underline: 'dotted' | 'dashed' | 'solid' | 'wavy' | 'background';
  /** Strength of the underline, 0.2 to 1. */
  strength: number;
  theme: 'page' | 'system' | 'light' | 'dark';
  /** Rest before a card opens, ms, 0 to 1000. */
  showDelay: number;
  /** Grace before a card closes once left, ms, 0 to 1000. */
  hideDelay: number;
  /** With a modifier set, hovering opens a card only while that key is held. */
  modifier: Modifier;
  tapToExplain: boolean;
  /** Look for terms inside code. */
  includeCode: boolean;
  topicsOff: Topic[];
  badge: boolean;
  /** Known terms are marked again, faintly, after this many days; 0 is never. */
  knownFadesAfterDays: number;
  /** Copy settings and site lists to storage.sync. */
  sync: boolean;
};

export const DEFAULT_SETTINGS: Settings = {
  interfaceLanguage: 'auto',
  entryLanguage: 'auto',
  level: 1,
  density: 'section',
  marksPerScreen: 0,
  underline: 'dotted',
  strength: 0.6,
  theme: 'page',
  showDelay: 300,
  hideDelay: 300,
  modifier: 'none',
  tapToExplain: true,
  includeCode: false,
  topicsOff: [],
  badge: true,
  knownFadesAfterDays: 0,
  sync: false,
};

/**
 * On which sites terms are marked. Each mode has a list and its exceptions, and the modes share nothing, so that
 * changing the mode loses neither. Patterns are those of lib/sites.ts.
 */
export type Sites = {
  mode: 'except' | 'only';
  /** Mode “except”: off here … */
  except: string[];
  /** … but on here, where it is the narrower pattern (also overrules the default exclusions). */
  allowed: string[];
  /** Mode “only”: on here … */
  only: string[];
  /** … but off here, where it is the narrower pattern. */
  barred: string[];
  /** Pattern → Unix ms until which it is off, in either mode. */
  snoozed: Record<string, number>;
};

export const DEFAULT_SITES: Sites = { mode: 'except', except: [], allowed: [], only: [], barred: [], snoozed: {} };

/** A term the reader added, or their own words for a bundled one. */
export type OwnTerm = {
  /** `own-…`, or the id of the bundled entry it overrides. */
  id: EntryId;
  /** First form is the headword. */
  forms: string[];
  gloss: string;
  detail?: string;
  url?: string;
  /** Unix ms of the last edit. */
  edited: number;
};

/** What the reader did to terms. */
export type Terms = {
  own: OwnTerm[];
  /** Entry → Unix ms when marked known. */
  known: Record<EntryId, number>;
  /** Entry → Unix ms when hidden. */
  hidden: Record<EntryId, number>;
  /** Looked up in the popup, newest first. */
  recent: EntryId[];
};

export const DEFAULT_TERMS: Terms = { own: [], known: {}, hidden: {}, recent: [] };
