import { defineContentScript } from '#imports';
import { markPage } from '@/lib/content/mark-page';
import { untilReplaced } from './lifetime';
import { whileMarked } from './while-marked';

/** Runs in every page and frame: marks terms while the reader wants them marked here. */
export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main() {
    const life = untilReplaced();
    if (!life) return;
    let run = new AbortController();
    const start = () =>
      void whileMarked(
        (context, signal) => markPage(context, life, signal),
        AbortSignal.any([run.signal, life.signal]),
      );
    life.onRewritten(() => {
      run.abort();
      run = new AbortController();
      start();
    });
    start();
  },
});
