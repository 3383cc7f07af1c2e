import { describe, expect, it } from 'vitest';
import { hover, noHover, wakeAt } from '@/lib/card/hover';
import type { Hover, HoverEvent } from '@/lib/card/hover-state';

type TestMark = { entryId: string };
type Event = HoverEvent<TestMark>;
const RLHF: TestMark = { entryId: 'rlhf' };
const LORA: TestMark = { entryId: 'lora' };
const TOKEN: TestMark = { entryId: 'token' };
const OPTIONS = { showDelay: 300, hideDelay: 300, needsModifier: false };

/** A slow move over a mark, or over nothing. */
function at(now: number, mark?: TestMark, more: Partial<Extract<Event, { type: 'point' }>> = {}): Event {
  return { type: 'point', now, mark, place: 'page', speed: 0.1, pressed: false, modifier: false, ...more };
}
const tick = (now: number): Event => ({ type: 'tick', now });
const walk = (events: Event[], options = OPTIONS, from: Hover<TestMark> = noHover()) =>
  events.reduce((state, event) => hover(state, event, options), from);
const opened = (mark = RLHF) => walk([at(0, mark), tick(300)]);

describe('arming', () => {
  it('opens after the delay at rest', () => {
    const waiting = walk([at(0, RLHF)]);
    expect(wakeAt(waiting)).toBe(300);
    expect(walk([tick(299)], OPTIONS, waiting).open).toBeUndefined();
    expect(walk([tick(300)], OPTIONS, waiting).open).toMatchObject({ mark: RLHF, trail: ['rlhf'], via: 'pointer' });
  });

  it('starts the delay again when the pointer moves, but not for ever', () => {
    const moves = Array.from({ length: 50 }, (_, step) => at(step * 20, RLHF));
    expect(wakeAt(walk(moves.slice(0, 3)))).toBe(340);
    expect(wakeAt(walk(moves))).toBe(700);
  });

  it('takes a trembling hand for a resting one', () => {
    expect(wakeAt(walk([at(0, RLHF), at(200, RLHF, { speed: 0.02 })]))).toBe(300);
  });

  it('opens nothing when ten terms are crossed at speed', () => {
    const events = Array.from({ length: 10 }, (_, nth) => [
      at(nth * 40, { entryId: `term-${nth}` }, { speed: 2 }),
      tick(nth * 40 + 16),
      at(nth * 40 + 20, undefined, { speed: 2 }),
      tick(nth * 40 + 36),
    ]).flat();
    const end = walk(events);
    expect(end.open).toBeUndefined();
    expect(wakeAt(end)).toBeUndefined();
  });

  it('makes a pointer that arrives at speed rest for the whole delay, even when warm', () => {
    const warm = { ...noHover<TestMark>(), closedAt: 900 };
    expect(wakeAt(walk([at(1000, RLHF, { speed: 2 })], OPTIONS, warm))).toBe(1300);
    expect(wakeAt(walk([at(1000, RLHF)], OPTIONS, warm))).toBe(1100);
  });

  it('stays cold when the last card closed long ago', () => {
    expect(wakeAt(walk([at(2000, RLHF)], OPTIONS, { ...noHover<TestMark>(), closedAt: 1000 }))).toBe(2300);
  });

  it.each([
    ['a pressed button', [at(0, RLHF, { pressed: true })]],
    ['a scroll after', [at(0, RLHF), { type: 'scroll', now: 100 } as Event]],
    ['a press', [at(0, RLHF), { type: 'press', now: 100, mark: RLHF } as Event]],
    ['leaving the term', [at(0, RLHF), at(100)]],
    ['leaving the window', [at(0, RLHF), { type: 'leave', now: 100 } as Event]],
    ['text that changed', [at(0, RLHF), { type: 'gone', now: 100, mark: RLHF } as Event]],
  ])('is prevented by %s', (_, events) => {
    expect(wakeAt(walk(events))).toBeUndefined();
  });

  it('counts from when a scroll has settled', () => {
    expect(wakeAt(walk([{ type: 'scroll', now: 0 }, at(50, RLHF)]))).toBe(400);
    expect(wakeAt(walk([{ type: 'scroll', now: 0 }, at(120, RLHF)]))).toBe(420);
  });
});

describe('a key that has to be held', () => {
  const options = { ...OPTIONS, needsModifier: true };
  it('opens only while the key is held, and sooner', () => {
    expect(wakeAt(walk([at(0, RLHF)], options))).toBeUndefined();
    expect(wakeAt(walk([at(0, RLHF, { modifier: true })], options))).toBe(100);
  });

  it('keeps the card when the key is released', () => {
    const open = walk([at(0, RLHF, { modifier: true }), tick(100), at(200, RLHF)], options);
    expect(open.open?.mark).toBe(RLHF);
    expect(wakeAt(open)).toBeUndefined();
  });
});

describe('leaving', () => {
  it('closes after the grace', () => {
    const left = walk([at(1000)], OPTIONS, opened());
    expect(wakeAt(left)).toBe(1300);
    const closed = walk([tick(1300)], OPTIONS, left);
    expect(closed.open).toBeUndefined();
    expect(closed.closedAt).toBe(1300);
  });

  it('counts the grace from the first move outside', () => {
    expect(wakeAt(walk([at(1000), at(1200)], OPTIONS, opened()))).toBe(1300);
  });

  it.each([
    ['the term', at(1200, RLHF)],
    ['the card', at(1200, undefined, { place: 'card' })],
    ['the way to the card', at(1200, undefined, { place: 'corridor' })],
  ])('stops when the pointer is back on %s', (_, event) => {
    expect(wakeAt(walk([at(1000), event], OPTIONS, opened()))).toBeUndefined();
  });

  it('does not close while something inside holds the card', () => {
    const held = walk([{ type: 'hold', on: true }, at(1000), tick(5000)], OPTIONS, opened());
    expect(held.open?.mark).toBe(RLHF);
    expect(wakeAt(held)).toBeUndefined();
  });

  it('does not close on scroll, hides while the mark is away, and forgets it after two seconds', () => {
    const away = walk(
      [
        { type: 'scroll', now: 900 },
        { type: 'visible', now: 1000, on: false },
      ],
      OPTIONS,
      opened(),
    );
    expect(away.open?.mark).toBe(RLHF);
    expect(walk([{ type: 'visible', now: 2000, on: true }, tick(9000)], OPTIONS, away).open?.mark).toBe(RLHF);
    expect(walk([tick(3000)], OPTIONS, away).open).toBeUndefined();
  });

  it('leaves cards of the keyboard and of fingers alone', () => {
    for (const via of ['keyboard', 'touch'] as const) {
      const open = walk([{ type: 'open', now: 0, mark: RLHF, entryId: 'rlhf', via }, at(500)]);
      expect(wakeAt(open)).toBeUndefined();
    }
  });
});

describe('another term', () => {
  it('does not switch on the way to the card', () => {
    expect(walk([at(1000, LORA, { place: 'corridor' })], OPTIONS, opened()).waiting).toBeUndefined();
  });

  it('switches with the short delay elsewhere', () => {
    const over = walk([at(1000, LORA)], OPTIONS, opened());
    expect(wakeAt(over)).toBe(1100);
    expect(walk([tick(1100)], OPTIONS, over).open?.mark).toBe(LORA);
  });
});

describe('pins', () => {
  const pin = (mark: TestMark, now: number): Event => ({ type: 'pin-mark', now, mark });

  it('keeps the open card when its mark is clicked', () => {
    const pinned = walk([{ type: 'press', now: 400, mark: RLHF }, pin(RLHF, 450)], OPTIONS, opened());
    expect(pinned.open).toBeUndefined();
    expect(pinned.pins).toMatchObject([{ key: 1, mark: RLHF }]);
  });

  it('opens and pins at once where no card is open', () => {
    expect(walk([pin(RLHF, 0)]).pins).toMatchObject([{ mark: RLHF }]);
  });

  it('does not open a second card on a pinned mark', () => {
    expect(walk([pin(RLHF, 0), at(1000, RLHF)]).waiting).toBeUndefined();
  });

  it('survives presses outside and other cards', () => {
    const two = walk([pin(RLHF, 0), at(1000, LORA), tick(1300), { type: 'press', now: 1400, mark: undefined }]);
    expect(two.open).toBeUndefined();
    expect(two.pins).toHaveLength(1);
  });

  it('keeps three at most; the oldest makes room', () => {
    const marks = [RLHF, LORA, TOKEN, { entryId: 'dpo' }];
    expect(walk(marks.map((mark, nth) => pin(mark, nth))).pins.map((card) => card.mark?.entryId)).toEqual([
      'lora',
      'token',
      'dpo',
    ]);
  });

  it('becomes an ordinary card when unpinned', () => {
    const unpinned = walk([pin(RLHF, 0), { type: 'toggle-pin', now: 100, key: 1 }]);
    expect(unpinned.pins).toHaveLength(0);
    expect(unpinned.open).toMatchObject({ key: 1, mark: RLHF });
  });
});

describe('dismissing', () => {
  const escape = (now: number): Event => ({ type: 'dismiss', now });

  it('closes the open card first, then pins, newest first', () => {
    let state = walk([
      { type: 'pin-mark', now: 0, mark: RLHF },
      { type: 'pin-mark', now: 1, mark: LORA },
      at(1000, TOKEN),
      tick(1300),
    ]);
    const left = () => [...state.pins, state.open].map((card) => card?.mark?.entryId);
    state = walk([escape(1400)], OPTIONS, state);
    expect(left()).toEqual(['rlhf', 'lora', undefined]);
    state = walk([escape(1500)], OPTIONS, state);
    expect(left()).toEqual(['rlhf', undefined]);
    state = walk([escape(1600)], OPTIONS, state);
    expect(left()).toEqual([undefined]);
  });

  it('does not open the same term again before the pointer has left it', () => {
    const closed = walk([escape(400), at(500, RLHF)], OPTIONS, opened());
    expect(wakeAt(closed)).toBeUndefined();
    expect(wakeAt(walk([at(600), at(700, RLHF)], OPTIONS, closed))).toBe(800);
  });

  it('lets a term that the pointer had left already open again at once', () => {
    const left = walk([{ type: 'hold', on: true }, at(400), escape(500), at(600, RLHF)], OPTIONS, opened());
    expect(wakeAt(left)).toBe(700);
  });

  it('closes unpinned cards when pressed outside, not when pressed on the term', () => {
    expect(walk([{ type: 'press', now: 400, mark: undefined }], OPTIONS, opened()).open).toBeUndefined();
    expect(walk([{ type: 'press', now: 400, mark: RLHF }], OPTIONS, opened()).open?.mark).toBe(RLHF);
  });
});

describe('links inside a card', () => {
  const go = (entryId: string, aside = false): Event => ({ type: 'go', now: 500, key: 1, entryId, aside });

  it('navigates in place and back', () => {
    const deep = walk([go('dpo'), go('ppo')], OPTIONS, opened());
    expect(deep.open?.trail).toEqual(['rlhf', 'dpo', 'ppo']);
    expect(walk([{ type: 'back', key: 1, steps: 1 }], OPTIONS, deep).open?.trail).toEqual(['rlhf', 'dpo']);
    expect(walk([{ type: 'back', key: 1, steps: 9 }], OPTIONS, deep).open?.trail).toEqual(['rlhf']);
  });

  it('remembers twenty steps', () => {
    const steps = Array.from({ length: 30 }, (_, nth) => go(`e${nth}`));
    expect(walk(steps, OPTIONS, opened()).open?.trail).toHaveLength(20);
  });

  it('opens aside as a second card, both pinned', () => {
    const pair = walk([go('dpo', true)], OPTIONS, opened());
    expect(pair.open).toBeUndefined();
    expect(pair.pins).toMatchObject([
      { key: 1, trail: ['rlhf'] },
      { key: 2, trail: ['dpo'], beside: 1 },
    ]);
  });
});
