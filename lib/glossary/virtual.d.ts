declare module 'virtual:glossary/forms' {
  import type { FormTable } from '@/lib/matcher/compile';
  const forms: FormTable;
  export default forms;
}

declare module 'virtual:glossary/entries' {
  import type { BareEntry } from '@/lib/glossary/card-entry';
  const entries: BareEntry[];
  export default entries;
}

declare module 'virtual:glossary/names' {
  import type { EntryNames } from '@/lib/glossary/names';
  const names: EntryNames[];
  export default names;
}

declare module 'virtual:glossary/traditional' {
  const pairs: string;
  export default pairs;
}
