/** The editor's rules for one entry. Each returns sentences that say what is wrong; none means good. */
import type { EntryFile } from './files';
import { formatted } from './format';
import { TOPICS } from '../../lib/glossary/topics';

export type Rule = (file: EntryFile) => string[];

const GLOSS_ZH_MAX = 60;
const GLOSS_EN_MAX = 30;

const HAN = '\\p{Script=Han}';
const HALF_WIDTH_AT_HAN = new RegExp(`${HAN}\\s*[,;:?!()]|[,;:?!()]\\s*${HAN}|${HAN}\\.(?:\\s|$|${HAN})`, 'u');
const MISSING_SPACE = new RegExp(`${HAN}[A-Za-z0-9]|[A-Za-z0-9%]${HAN}`, 'u');
const FILLER_ZH =
  /是.{0,8}(重要|关键|核心)(的)?(概念|技术|组成部分|环节)[。，]|众所周知|总而言之|发挥着.{0,4}作用|具有重要意义|引发.{0,4}热议/u;
const FILLER_EN =
  /\bis an? (important|key|crucial|fundamental) (concept|part|technique|component)\b|\bplays an? (important|key|crucial|vital) role\b|\bin the (world|realm|field) of (AI|artificial intelligence)\b|\bcutting-edge\b|\brevolutioni[sz]/i;

const zhLength = (text: string) => [...text.replace(/\s/g, '')].length;
const enWords = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const zhSentences = (text: string) => (text.match(/[。！？](?:[”」』）])?/gu) ?? []).length;
const enSentences = (text: string) => (text.match(/[.!?]["”’)]?(?=\s+["“(]?[\p{Lu}\p{N}]|$)/gu) ?? []).length;

/** Every Chinese text of an entry that readers see. */
function chineseTexts({ entry }: EntryFile): string[] {
  return [
    entry.gloss.zh,
    entry.detail.zh,
    ...(entry.contrast ?? []).map((line) => line.zh),
    ...(entry.renderings ?? []).map((rendering) => rendering.where.zh),
  ];
}

function englishTexts({ entry }: EntryFile): string[] {
  return [
    entry.gloss.en,
    entry.detail.en,
    ...(entry.contrast ?? []).map((line) => line.en),
    ...(entry.renderings ?? []).map((rendering) => rendering.where.en),
  ];
}

const formTexts = ({ entry }: EntryFile) => entry.forms.map((form) => (typeof form === 'string' ? form : form.text));

/** Rules that need nothing but the entry itself. */
export const RULES: Record<string, Rule> = {
  'fields are in order and indented by two': ({ entry, text }) =>
    formatted(entry) === text ? [] : ['run npm run glossary -- format'],

  'topic is a known folder': (file) => (Object.hasOwn(TOPICS, file.topic) ? [] : [`unknown topic “${file.topic}”`]),

  'id is kebab-case': (file) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(file.id) ? [] : [`id “${file.id}”`]),

  'headwords and short name are forms': (file) => {
    const forms = new Set(formTexts(file).map((text) => text.toLowerCase()));
    const { headword, short } = file.entry;
    return [headword.zh, headword.en, ...(short ? [short] : [])]
      .filter((name) => !forms.has(name.toLowerCase()))
      .map((name) => `“${name}” is not among the forms`);
  },

  'forms are listed once': (file) => {
    const seen = new Set<string>();
    return formTexts(file)
      .filter((text) => seen.size === seen.add(text).size)
      .map((text) => `“${text}” twice`);
  },

  'glosses are one short sentence': ({ entry: { gloss } }) => [
    ...(zhLength(gloss.zh) > GLOSS_ZH_MAX
      ? [`zh gloss has ${zhLength(gloss.zh)} characters, at most ${GLOSS_ZH_MAX}`]
      : []),
    ...(zhSentences(gloss.zh) === 1 && gloss.zh.endsWith('。')
      ? []
      : ['zh gloss is not exactly one sentence ending in 。']),
    ...(enWords(gloss.en) > GLOSS_EN_MAX ? [`en gloss has ${enWords(gloss.en)} words, at most ${GLOSS_EN_MAX}`] : []),
    ...(enSentences(gloss.en) === 1 && /\.["”]?$/.test(gloss.en)
      ? []
      : ['en gloss is not exactly one sentence ending in a full stop']),
  ],

  'details are two to four sentences': ({ entry: { detail } }) => [
    ...(zhSentences(detail.zh) >= 2 && zhSentences(detail.zh) <= 4
      ? []
      : [`zh detail has ${zhSentences(detail.zh)} sentences`]),
    ...(enSentences(detail.en) >= 2 && enSentences(detail.en) <= 4
      ? []
      : [`en detail has ${enSentences(detail.en)} sentences`]),
  ],

  'Chinese uses full-width punctuation': (file) =>
    chineseTexts(file)
      .filter((text) => HALF_WIDTH_AT_HAN.test(text))
      .map((text) => `half-width punctuation in “${text}”`),

  'Chinese has a space between Han and Latin or digits': (file) =>
    chineseTexts(file).flatMap((text) => {
      const found = MISSING_SPACE.exec(text);
      return found ? [`no space at “${found[0]}” in “${text}”`] : [];
    }),

  'Chinese quotes are “ ”': (file) =>
    chineseTexts(file)
      .filter((text) => /["「」『』]/.test(text))
      .map((text) => `use “ ” in “${text}”`),

  'English has no Han characters': (file) =>
    englishTexts(file)
      .filter((text) => new RegExp(HAN, 'u').test(text))
      .map((text) => `Han characters in “${text}”`),

  'no filler': (file) => [
    ...chineseTexts(file)
      .filter((text) => FILLER_ZH.test(text))
      .map((text) => `filler in “${text}”`),
    ...englishTexts(file)
      .filter((text) => FILLER_EN.test(text))
      .map((text) => `filler in “${text}”`),
  ],

  'detail does not repeat the gloss': ({ entry: { gloss, detail } }) =>
    detail.zh.includes(gloss.zh) || detail.en.includes(gloss.en) ? ['the gloss stands again inside the detail'] : [],

  'dates are real and not in the future': ({ entry: { introduced } }) => {
    if (!introduced) return [];
    const [, month = '01', day = '01'] = introduced.split('-');
    const full = `${introduced.slice(0, 4)}-${month}-${day}`;
    const date = new Date(`${full}T00:00:00Z`);
    if (Number.isNaN(date.valueOf()) || date.toISOString().slice(0, 10) !== full) return [`“${introduced}” is no date`];
    return date.valueOf() > Date.now() ? [`“${introduced}” is in the future`] : [];
  },

  'sources are distinct https pages': ({ entry: { sources } }) => {
    const urls = sources.map((source) => source.url);
    return new Set(urls).size === urls.length ? [] : ['the same source url twice'];
  },

  'models and only models carry model facts': ({ entry: { kind, model } }) =>
    model && kind !== 'model' && kind !== 'product'
      ? ['“model” facts on something that is not a model']
      : kind === 'model' && !model
        ? ['kind is model, but “model” is missing']
        : [],

  'no reference to itself': ({ id, entry }) =>
    [...(entry.related ?? []), ...(entry.broader ?? []), ...(entry.contrast ?? []).map((line) => line.id)].includes(id)
      ? ['refers to itself']
      : [],

  'not isolated': ({ entry }) =>
    entry.related?.length || entry.broader?.length ? [] : ['neither related nor broader'],
};
