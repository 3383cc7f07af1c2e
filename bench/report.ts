/** What a benchmark hands back. */

export type Options = {
  /** Fewer rounds and sizes, while working on something. */
  quick: boolean;
  /** Folder of entries instead of the project's own. */
  entries: string | undefined;
  /** Folder of HTML files to measure besides our own pages. */
  folder?: string | undefined;
  /** Says what is being measured now. */
  progress(what: string): void;
};

export type Report = {
  title: string;
  /** Rows of the table: a name and whatever was measured. */
  lines: ({ name: string } & Record<string, string>)[];
  /** Limits that were not kept, as sentences. */
  failures: string[];
};
