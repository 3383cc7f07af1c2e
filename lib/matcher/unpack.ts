/**
 * Opens the packed table. This runs in every page, mostly in code the engine has not compiled yet: the table is only
 * cut into places, and a form is opened when text that may hold it is met.
 */
import type { EntryId } from '@/lib/glossary/entry';
import type { OwnTerm } from '@/lib/settings';
import {
  BEFORE_CUES,
  BETWEEN_ENTRIES,
  BETWEEN_FIELDS,
  FLAG,
  FLAG_BASE,
  JOINT,
  VERSIONED,
  WEAK,
  idFromText,
  isExactByDefault,
  withJoints,
  type FormTable,
} from './form-table';

/** One form, ready to be looked for. */
export type LoadedForm = {
  /** In simplified characters; lower case unless exact. */
  readonly text: string;
  readonly owner: LoadedEntry;
  readonly evidence: boolean;
  readonly exact: boolean;
  readonly segment: boolean;
  readonly own: boolean;
  /** Packed `for^against`, empty when the form has no cues of its own. */
  readonly cues: string;
};

export type LoadedEntry = {
  readonly id: EntryId;
  /** Whether versions and sizes may follow its names. */
  readonly versioned: boolean;
  /** Whether pages on other subjects name it too. */
  readonly weak: boolean;
  /** Whether it has forms that need evidence. */
  readonly doubtful: boolean;
  readonly cues: string;
};

/** All forms, by number: the reader's own, then the bundled ones. */
export type FormList = {
  readonly size: number;
  /** Form n is spelled in `source` from `starts[n]` to `ends[n]`, joints included. */
  readonly source: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Form → 1 when versions and sizes may follow it. */
  readonly versioned: Uint8Array;
  form(number: number): LoadedForm;
};

export function unpackForms({ entries }: FormTable, own: readonly OwnTerm[]): FormList {
  const opened: LoadedForm[] = own.flatMap(ownForms);
  const ownTexts = opened.map(({ text }) => withJoints(text));
  const source = ownTexts.join('') + entries;
  // A field of the table is three units at least.
  const most = opened.length + Math.ceil(entries.length / 3);
  const [starts, ends, versioned] = [new Uint32Array(most), new Uint32Array(most), new Uint8Array(most)];
  let size = 0;
  let place = 0;
  for (const { length } of ownTexts) {
    starts[size] = place;
    ends[size++] = place += length;
  }
  /** Entry → where it begins and its first form; one more than there are. */
  const heads: number[] = [];
  const firsts: number[] = [];
  // The engine finds a sign much faster than code that is not compiled yet.
  const next = (sign: string, from: number) => {
    const at = source.indexOf(sign, from);
    return at < 0 ? source.length : at;
  };
  let caret = -1;
  while (place < source.length) {
    heads.push(place);
    firsts.push(size);
    const stop = next(BETWEEN_ENTRIES, place);
    let bar = next(BETWEEN_FIELDS, place);
    if (caret < place) caret = next(BEFORE_CUES, place);
    const isVersioned = source.slice(place, Math.min(bar, caret)).includes(VERSIONED) ? 1 : 0;
    while (bar < stop) {
      const from = bar + 2;
      bar = Math.min(stop, next(BETWEEN_FIELDS, from));
      if (caret < from) caret = next(BEFORE_CUES, from);
      starts[size] = from;
      ends[size] = Math.min(bar, caret);
      versioned[size++] = isVersioned;
    }
    place = stop + 1;
  }
  heads.push(source.length + 1);
  firsts.push(size);

  const flagsOf = (form: number) => source.charCodeAt(starts[form]! - 1) - FLAG_BASE;
  const textOf = (form: number) => source.slice(starts[form], ends[form]).replaceAll(JOINT, '');
  const owners: LoadedEntry[] = [];
  const ownerOf = (entry: number): LoadedEntry => {
    const from = firsts[entry]!;
    const to = firsts[entry + 1]!;
    const head = source.slice(heads[entry], from < to ? starts[from]! - 2 : heads[entry + 1]! - 1);
    const [, id, marks, cues] = HEAD.exec(head) as unknown as [string, string, string, string | undefined];
    let doubtful = false;
    for (let form = from; form < to; form++) doubtful ||= (flagsOf(form) & FLAG.evidence) > 0;
    return {
      id: id.startsWith('=') ? idFromText(textOf(from + Number(id.slice(1)))) : id,
      versioned: marks.includes(VERSIONED),
      weak: marks.includes(WEAK),
      doubtful,
      cues: cues ?? '',
    };
  };
  const open = (form: number): LoadedForm => {
    const entry = lastUpTo(firsts, form);
    const flags = flagsOf(form);
    const end = form + 1 < firsts[entry + 1]! ? starts[form + 1]! - 2 : heads[entry + 1]! - 1;
    return {
      text: textOf(form),
      owner: (owners[entry] ??= ownerOf(entry)),
      evidence: (flags & FLAG.evidence) > 0,
      exact: (flags & FLAG.exact) > 0,
      segment: (flags & FLAG.segment) > 0,
      own: false,
      cues: source.slice(ends[form]! + 1, end),
    };
  };
  return {
    size,
    source,
    starts: starts.slice(0, size),
    ends: ends.slice(0, size),
    versioned: versioned.slice(0, size),
    form: (number) => (opened[number] ??= open(number)),
  };
}

const HEAD = /^([^^]*?)([+~]*)(?:\^(.*))?$/;

/** The last place of an ascending list whose number is at most this. */
function lastUpTo(list: readonly number[], most: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (list[middle]! <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

function ownForms({ id, forms }: OwnTerm): LoadedForm[] {
  const owner = { id, versioned: false, weak: false, doubtful: false, cues: '' };
  const texts = forms.map((text) => text.trim()).filter((text) => text !== '');
  return texts.map((text) => {
    const exact = isExactByDefault(text);
    return {
      text: exact ? text : text.toLowerCase(),
      owner,
      evidence: false,
      exact,
      segment: false,
      own: true,
      cues: '',
    };
  });
}
