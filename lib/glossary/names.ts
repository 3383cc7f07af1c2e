import type { Bilingual, EntryId, Kind } from './entry';
import type { Topic } from './topics';

/** What search needs of one entry; prepared at build time, pinyin included. */
export type EntryNames = {
  id: EntryId;
  topic: Topic | 'own';
  kind: Kind;
  level: 1 | 2 | 3;
  headword: Bilingual;
  short?: string;
  gloss: Bilingual;
  introduced?: string;
  /** Of a model, where its maker published them: total parameters, and who made it. */
  parameters?: number;
  organisation?: string;
  /** Every further way the term appears in text. */
  forms: string[];
  /** One syllable a character of the Chinese headword, with tone marks; empty where a character is not Han. */
  pinyin: string[];
};
