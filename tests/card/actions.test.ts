import { describe, expect, it, vi } from 'vitest';
import { CARD_WORDS } from '@/components/card-words';
import { createActions } from '@/lib/card/actions';
import type { Toast } from '@/lib/card/card-layer';
import { createEntryShelf } from '@/lib/card/entry-shelf';
import type { CardEntry } from '@/lib/glossary/card-entry';
import { RefusedError } from '@/lib/messaging';
import { DEFAULT_SETTINGS } from '@/lib/settings';

const words = CARD_WORDS.en;
const ENTRY: CardEntry = {
  id: 'rlhf',
  topic: 'reinforcement-learning',
  headword: { zh: '人类反馈强化学习', en: 'reinforcement learning from human feedback' },
  short: 'RLHF',
  kind: 'method',
  level: 1,
  forms: ['RLHF'],
  gloss: { zh: '先比较。', en: 'People compare.' },
  detail: { zh: '三步。', en: 'Three steps.' },
  related: [],
  refs: {},
  sources: [],
};

/** The actions of one open card, and what they said and sent. */
function actionsWith(options: { change(): Promise<void> }) {
  const said: Toast[] = [];
  const change = vi.fn(options.change);
  const card = { key: 1, mark: undefined, via: 'pointer', trail: ['rlhf'] } as const;
  const actions = createActions(
    {
      words,
      site: 'site.example',
      settings: () => DEFAULT_SETTINGS,
      shelf: createEntryShelf(
        () => ENTRY,
        () => Promise.resolve(ENTRY),
      ),
      notices: {
        say: () => undefined,
        show: (toast) => said.push(toast),
        hold: () => undefined,
        clear: () => undefined,
        present: false,
        text: '',
        toast: undefined,
      },
      change,
      cards: () => [card],
      send: () => undefined,
      hold: () => undefined,
      redraw: () => undefined,
    },
    new AbortController().signal,
  );
  return { actions, said, change, controls: actions.of(card, ENTRY) };
}

describe('an action that is remembered', () => {
  it('says what was done and takes it back', async () => {
    const { controls, said, change } = actionsWith({ change: () => Promise.resolve() });
    controls.known!();
    await vi.waitFor(() => expect(said).toHaveLength(1));
    expect(said[0]!.text).toBe(words.done.known('RLHF'));
    said[0]!.undo!.run();
    expect(change.mock.calls).toEqual([
      [{ type: 'known', id: 'rlhf', on: true }],
      [{ type: 'known', id: 'rlhf', on: false }],
    ]);
  });

  it('asks to reload the page when the extension was updated under it', async () => {
    const { controls, said } = actionsWith({ change: () => Promise.reject(new Error('gone')) });
    controls.known!();
    await vi.waitFor(() => expect(said).toEqual([{ text: words.reload }]));
  });

  it('blames no update when the disk is full', async () => {
    const { controls, said } = actionsWith({ change: () => Promise.reject(new RefusedError('quota')) });
    controls.menu![1]!.run();
    await vi.waitFor(() => expect(said).toEqual([{ text: words.notSaved }]));
  });
});
