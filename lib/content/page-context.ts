import type { PageMessages, PageReport } from '@/lib/messages';

/** Where marking runs, as the reader's rules see it. */
export type PageContext = {
  /** Address of the tab's page; this page's own in a top frame. */
  tabUrl(): string;
  /** Only what is in here is marked; the whole page where none is named. */
  root?: Element;
  /** Tells the extension what is on the page; also answers its questions from now on. */
  answer(handlers: PageMessages): void;
  report(report: PageReport): void;
};

/** How long marking goes on. */
export type Life = {
  signal: AbortSignal;
  end(): void;
  /** Whether the extension still answers; when it does not, this instance is over. */
  check(): boolean;
};
