/** Opens the packed table: forms and entries as the matcher uses them. */
import type { EntryId } from '@/lib/glossary/entry';
import type { OwnTerm } from '@/lib/settings';
import { FLAG, FLAG_BASE, idFromText, isExactByDefault, type FormTable } from './form-table';

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

/** The bundled forms, after the reader's own. */
export function unpackForms(table: FormTable, own: readonly OwnTerm[]): LoadedForm[] {
  const forms: LoadedForm[] = [];
  for (const { id, forms: texts } of own) {
    const owner = { id, versioned: false, weak: false, doubtful: false, cues: '' };
    for (const text of texts) if (text.trim()) forms.push(ownForm(text.trim(), owner));
  }
  if (table.entries) for (const record of table.entries.split('¶')) unpackEntry(record.split('|'), forms);
  return forms;
}

function ownForm(text: string, owner: LoadedEntry): LoadedForm {
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
}

function unpackEntry(fields: string[], into: LoadedForm[]): void {
  const head = fields[0]!;
  const caret = head.indexOf('^');
  const name = caret < 0 ? head : head.slice(0, caret);
  const [, id, marks] = /^(.*?)([+~]*)$/.exec(name) as unknown as [string, string, string];
  const owner = {
    id: id.startsWith('=') ? idFromText(textOf(fields[Number(id.slice(1)) + 1]!)) : id,
    versioned: marks.includes('+'),
    weak: marks.includes('~'),
    doubtful: fields.some((field, at) => at > 0 && ((field.charCodeAt(0) - FLAG_BASE) & FLAG.evidence) > 0),
    cues: caret < 0 ? '' : head.slice(caret + 1),
  };
  for (let at = 1; at < fields.length; at++) {
    const field = fields[at]!;
    const flags = field.charCodeAt(0) - FLAG_BASE;
    const text = textOf(field);
    into.push({
      text,
      owner,
      evidence: (flags & FLAG.evidence) > 0,
      exact: (flags & FLAG.exact) > 0,
      segment: (flags & FLAG.segment) > 0,
      own: false,
      cues: text.length + 1 < field.length ? field.slice(text.length + 2) : '',
    });
  }
}

function textOf(field: string): string {
  const caret = field.indexOf('^');
  return caret < 0 ? field.slice(1) : field.slice(1, caret);
}
