/** The card's own words in the three interface languages. */
import type { Kind } from '@/lib/glossary/entry';
import type { InterfaceLanguage } from '@/lib/settings';
import { EN } from './card-words-en';
import { HANS, HANT } from './card-words-zh';

export type CardWords = {
  /** BCP 47 tag of these words, for `lang`. */
  lang: InterfaceLanguage;
  kinds: Record<Kind, string>;
  levels: Record<1 | 2 | 3, string>;
  weights: Record<'open' | 'restricted' | 'closed', string>;
  /** `2017-06-12` as people write it. */
  date(date: string): string;
  more: string;
  less: string;
  contrast: string;
  renderings: string;
  broader: string;
  related: string;
  sources: string;
  before: string;
  after: string;
  parameters: string;
  active: string;
  eras: string;
  why(names: string[]): string;
  own: string;
  pin: string;
  unpin: string;
  close: string;
  back: string;
  trail: string;
  move: string;
  speak: string;
  stop: string;
  copy: string;
  copied: string;
  copyMarkdown: string;
  known: string;
  menu: string;
  showIn: Record<'zh' | 'en', string>;
  hideTerm(term: string): string;
  siteOff(host: string): string;
  snooze(host: string): string;
  undo: string;
  done: {
    known(term: string): string;
    hidden(term: string): string;
    site(host: string): string;
    snooze(host: string): string;
  };
  /** Said when the extension was updated or removed under the page. */
  reload: string;
  /** The browser would not store a change. */
  notSaved: string;
  position(term: string, index: number, count: number): string;
  noTerms: string;
};

/** The card's words by interface language. */
export const CARD_WORDS: Record<InterfaceLanguage, CardWords> = { en: EN, 'zh-Hans': HANS, 'zh-Hant': HANT };
