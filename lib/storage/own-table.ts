/** The reader's own terms as a table, comma- or tab-separated: ours, the plain “term, explanation”, and Immersive Translate's. Pure. */
import { quoted } from '@/lib/glossary/page-glossary';
import type { OwnTerm } from '@/lib/settings';

/** `glossary`: source,target,tgt_lng, as Immersive Translate exchanges glossaries. */
export const TABLE_FORMATS = ['CSV', 'TSV', 'glossary'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What is wrong with a table, and in which line, counted from 1. */
export class TableError extends Error {
  constructor(
    readonly reason: 'columns' | 'quote' | 'name' | 'empty',
    readonly line: number,
  ) {
    super(reason);
  }
}

const COLUMNS = ['id', 'names', 'gloss', 'detail', 'url'] as const;
const SHARED = ['source', 'target', 'tgt_lng'] as const;
/** Between the names of one term. */
const NAMES = '|';

/** The terms as the text of a file. */
export function writeTable(own: readonly OwnTerm[], format: TableFormat): string {
  if (format === 'glossary') {
    const rows = own.map(({ forms: [source = '', ...more], gloss }) => {
      const target = more[0] ?? gloss;
      return [source, target, /\p{Script=Han}/u.test(target) ? 'zh-CN' : 'en'];
    });
    return text([[...SHARED], ...rows], ',');
  }
  const rows = own.map(({ id, forms, gloss, detail = '', url = '' }) => [id, forms.join(NAMES), gloss, detail, url]);
  return text([[...COLUMNS], ...rows], format === 'TSV' ? '\t' : ',');
}

/** Terms read from a file; `id` is missing where the file has none. Throws `TableError` and nothing else. */
export function readTable(file: string): (Omit<OwnTerm, 'id' | 'edited'> & { id?: string })[] {
  const plain = file.replace(/^\uFEFF/, '');
  const firstLine = plain.split(/\r?\n/).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const rows = rowsOf(plain, firstLine.includes('\t') ? '\t' : ',').filter(
    ({ fields }) => fields.some((field) => field.trim() !== '') && !fields[0]!.startsWith('#'),
  );
  if (rows.length === 0) throw new TableError('empty', 1);
  const head = rows[0]!.fields.map((field) => field.trim().toLowerCase());
  const isShared = SHARED.slice(0, 2).every((name) => head.includes(name));
  const isOurs = head.includes('names') && head.includes('gloss');
  const body = isShared || isOurs ? rows.slice(1) : rows;
  return body.map(({ fields, line }) => {
    const at = (name: string, otherwise: number) => {
      const place = isShared || isOurs ? head.indexOf(name) : otherwise;
      return place < 0 ? '' : (fields[place] ?? '').trim();
    };
    if (fields.length < 2) throw new TableError('columns', line);
    if (isShared) {
      const [source, target] = [at('source', 0), at('target', 1) || at('source', 0)];
      if (source === '') throw new TableError('name', line);
      return { forms: [...new Set([source, target])], gloss: target };
    }
    const forms = at('names', 0)
      .split(NAMES)
      .map((name) => name.trim());
    const gloss = at('gloss', 1);
    if (forms.some((name) => name === '') || gloss === '') throw new TableError('name', line);
    const [id, detail, url] = [at('id', -1), at('detail', 2), at('url', 3)];
    return { ...(id && { id }), forms: [...new Set(forms)], gloss, ...(detail && { detail }), ...(url && { url }) };
  });
}

/**
 * The reader's terms with those of a table, which replace terms of the same id or first name; nothing is removed.
 * `bundledId` finds the bundled entry of a name; `now` in Unix ms.
 */
export function withTable(
  own: readonly OwnTerm[],
  table: ReturnType<typeof readTable>,
  bundledId: (forms: string[]) => string | undefined,
  now: number,
): OwnTerm[] {
  const all = new Map(own.map((term) => [term.id, term]));
  const byName = new Map(own.map((term) => [term.forms[0]!.toLowerCase(), term.id]));
  for (const row of table) {
    const name = row.forms[0]!.toLowerCase();
    const id = row.id ?? byName.get(name) ?? bundledId(row.forms) ?? `own-${crypto.randomUUID()}`;
    const { edited, ...before } = all.get(id) ?? { id, edited: now };
    const term = { ...before, ...row, id };
    const isSame = JSON.stringify({ ...before, ...row, id }) === JSON.stringify(before);
    all.set(id, { ...term, edited: isSame ? edited : now });
    byName.set(name, id);
  }
  return [...all.values()];
}

const text = (rows: string[][], separator: string) =>
  rows
    .map((row) =>
      row.map((field) => (separator === '\t' ? field.replace(/[\t\r\n]+/g, ' ') : quoted(field))).join(separator),
    )
    .join('\n') + '\n';

/** Fields in quotes may hold separators, line breaks and doubled quotes. */
function rowsOf(file: string, separator: string): { fields: string[]; line: number }[] {
  const rows: { fields: string[]; line: number }[] = [];
  let fields: string[] = [];
  let field = '';
  let line = 1;
  let from = 1;
  let at = 0;
  const endField = () => {
    fields.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    rows.push({ fields, line: from });
    fields = [];
    from = line;
  };
  while (at < file.length) {
    const letter = file[at]!;
    if (letter === '"' && field === '' && separator === ',') {
      const opened = line;
      for (at++; file[at] !== '"' || file[at + 1] === '"'; at++) {
        if (at >= file.length) throw new TableError('quote', opened);
        if (file[at] === '\n') line++;
        field += file[at];
        if (file[at] === '"') at++;
      }
    } else if (letter === separator) endField();
    else if (letter === '\n') {
      line++;
      endRow();
    } else if (letter !== '\r') field += letter;
    at++;
  }
  if (field !== '' || fields.length > 0) endRow();
  return rows;
}
