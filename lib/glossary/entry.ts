/** Types of the glossary, generated from `data/entry.schema.json` by `npm run glossary -- types`. Do not edit. */

/**
 * What sort of thing the entry names.
 */
export type Kind =
  | "concept"
  | "architecture"
  | "method"
  | "task"
  | "metric"
  | "model"
  | "product"
  | "organisation"
  | "person"
  | "hardware"
  | "dataset"
  | "benchmark"
  | "tool"
  | "protocol"
  | "licence"
  | "law"
  | "event";
/**
 * sure: underline wherever it occurs. evidence: underline only where the page shows the AI sense. never: found by search only.
 */
export type Mark = "sure" | "evidence" | "never";
/**
 * Stable name of an entry: its file name without .json.
 */
export type EntryId = string;

/**
 * One record of the glossary: everything about one concept. Its id is the file name, its topic the folder. See data/README.md for how to write one.
 */
export interface Entry {
  $schema?: string;
  headword: Bilingual;
  /**
   * The short name people say (RLHF), if they do.
   */
  short?: string;
  kind: Kind;
  /**
   * Who first meets the term: 1 newcomer, 2 practitioner, 3 researcher.
   */
  level: 1 | 2 | 3;
  /**
   * Every way the term appears in text, headwords and short name included. A plain string is a sure form.
   *
   * @minItems 1
   */
  forms: (string | Form)[];
  /**
   * Words near any evidence form of this entry that speak for it.
   *
   * @minItems 1
   */
  cues?: string[];
  /**
   * Words near any evidence form of this entry that speak against it.
   *
   * @minItems 1
   */
  anti?: string[];
  gloss: Bilingual1;
  detail: Bilingual2;
  /**
   * Entries this one is mixed up with, each with one sentence on the difference.
   *
   * @minItems 1
   */
  contrast?: {
    id: EntryId;
    zh: string;
    en: string;
  }[];
  /**
   * Competing Chinese names, with where each is used.
   *
   * @minItems 2
   */
  renderings?: {
    name: string;
    where: Bilingual3;
  }[];
  /**
   * When the term, model or organisation first appeared: year, month or day, as far as a source confirms.
   */
  introduced?: string;
  /**
   * For models: only what a source publishes.
   */
  model?: {
    /**
     * Who made it, as written on the card.
     */
    organisation: string;
    /**
     * Total parameters of the largest published member.
     */
    parameters?: number;
    /**
     * Parameters used per token, for mixtures of experts.
     */
    active?: number;
    /**
     * open: anyone may download them under the licence. restricted: on request or non-commercial. closed: not available.
     */
    weights: "open" | "restricted" | "closed";
    licence?: string;
  };
  /**
   * Entries this one is a kind of or a part of.
   *
   * @minItems 1
   */
  broader?: EntryId[];
  /**
   * Entries worth reading next.
   *
   * @minItems 1
   */
  related?: EntryId[];
  /**
   * @minItems 1
   */
  sources: Source[];
}
/**
 * The form the entry is listed under, one per language. Where Chinese uses the Latin name, zh is that name.
 */
export interface Bilingual {
  zh: string;
  en: string;
}
/**
 * A string by which the term appears in text, with the rules for finding it.
 */
export interface Form {
  text: string;
  mark?: Mark;
  /**
   * exact: letter case must agree. any: it need not. Default: exact for a form of up to four Latin letters that has a capital after its first letter, else any.
   */
  case?: "exact" | "any";
  /**
   * Another entry claims this form too; the page decides. Both must say so.
   */
  shared?: true;
  /**
   * A Han form that may straddle two words (智能体 in 智能体验): check with the word segmenter.
   */
  segment?: true;
  /**
   * Words near this form that speak for this sense.
   *
   * @minItems 1
   */
  cues?: string[];
  /**
   * Words near this form that speak against this sense.
   *
   * @minItems 1
   */
  anti?: string[];
}
/**
 * One plain sentence for a newcomer: at most 60 Chinese characters, 30 English words.
 */
export interface Bilingual1 {
  zh: string;
  en: string;
}
/**
 * Two to four technically exact sentences.
 */
export interface Bilingual2 {
  zh: string;
  en: string;
}
/**
 * The same words in Simplified Chinese and in English.
 */
export interface Bilingual3 {
  zh: string;
  en: string;
}
/**
 * Where the facts come from; primary wherever there is one.
 */
export interface Source {
  /**
   * Title as published, in its own language.
   */
  title: string;
  /**
   * Short credit for the card: "Hu et al.", "OpenAI".
   */
  by?: string;
  url: string;
  /**
   * Year of publication.
   */
  year: number;
}
