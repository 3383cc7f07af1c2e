import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Card, type CardProps } from '@/components/Card';
import { CARD_WORDS } from '@/components/card-words';
import type { CardEntry, EntryRef } from '@/lib/glossary/card-entry';

const ref = (id: string, short: string): EntryRef => ({
  id,
  short,
  kind: 'method',
  headword: { zh: `${short} 的中文`, en: `${short} in full` },
  gloss: { zh: `${short} 是什么。`, en: `What ${short} is.` },
});
const ENTRY: CardEntry = {
  id: 'rlhf',
  topic: 'reinforcement-learning',
  headword: { zh: '人类反馈强化学习', en: 'reinforcement learning from human feedback' },
  short: 'RLHF',
  kind: 'method',
  level: 1,
  forms: ['RLHF'],
  gloss: { zh: '先让人比较回答，再让模型学习。', en: 'People compare answers and the model learns.' },
  detail: { zh: '三步走。', en: 'Three steps.' },
  contrast: [{ id: 'dpo', zh: 'DPO 不要打分器。', en: 'DPO needs no scorer.' }],
  renderings: [
    { name: '词元', where: { zh: '大陆', en: 'Mainland' } },
    { name: '权杖', where: { zh: '台湾', en: 'Taiwan' } },
  ],
  introduced: '2017-06',
  related: ['dpo', 'ppo'],
  before: 'ppo',
  refs: { dpo: ref('dpo', 'DPO'), ppo: ref('ppo', 'PPO') },
  sources: [
    { title: 'Deep RL from preferences', by: 'Christiano et al.', url: 'https://arxiv.org/abs/1706.03741', year: 2017 },
  ],
};

function show(props: Partial<CardProps> = {}): HTMLElement {
  act(() => render(<Card entry={ENTRY} language="zh" words={CARD_WORDS['zh-Hans']} {...props} />, document.body));
  return document.body;
}
const text = (selector: string) => document.body.querySelector(selector)?.textContent;
const press = (selector: string, init: MouseEventInit = {}) =>
  act(
    () =>
      void document.body.querySelector(selector)!.dispatchEvent(new MouseEvent('click', { bubbles: true, ...init })),
  );

afterEach(() => render(null, document.body));

describe('the first screen', () => {
  it('gives the name people say, then the reader’s language, then the other', () => {
    show();
    expect(text('h2')).toBe('RLHF');
    expect(
      [...document.querySelectorAll('.names span')].map((name) => [name.textContent, name.getAttribute('lang')]),
    ).toEqual([
      ['人类反馈强化学习', 'zh-Hans'],
      ['Reinforcement learning from human feedback', 'en'],
    ]);
    show({ language: 'en', words: CARD_WORDS.en });
    expect(document.querySelector('.names span')?.getAttribute('lang')).toBe('en');
  });

  it('says kind, level and date, and the gloss with its language', () => {
    show();
    expect(text('.meta')).toBe('方法入门2017 年 6 月');
    expect(document.querySelector('.gloss')?.getAttribute('lang')).toBe('zh-Hans');
  });

  it('marks the era and leads to the term before', () => {
    const onOpen = vi.fn();
    show({ onOpen });
    expect(text('.era[data-on]')).toBe('');
    press('.expand');
    expect(text('.era[data-on] span')).toBe('探索沉淀期');
    expect(document.querySelector('.eras-strip')?.getAttribute('aria-label')).toContain('2017 年 6 月');
    press('.term-link.before');
    expect(onOpen).toHaveBeenCalledWith('ppo', false);
  });

  it('holds no detail', () => {
    show();
    expect(text('.more')).toBeUndefined();
  });
});

describe('more', () => {
  it('shows detail, contrast, renderings and sources, and goes away again', () => {
    show();
    press('.expand');
    expect(text('.detail')).toBe('三步走。');
    expect(text('.contrast')).toBe('DPODPO 不要打分器。');
    expect(text('.renderings')).toContain('权杖 台湾');
    expect(document.querySelector('.sources a')?.getAttribute('href')).toBe('https://arxiv.org/abs/1706.03741');
    press('.expand');
    expect(text('.more')).toBeUndefined();
  });

  it('says why an ambiguous form is marked', () => {
    show({ expanded: true, because: ['GPT', 'prompt'] });
    expect(text('.because')).toContain('GPT、prompt');
  });
});

describe('links and actions', () => {
  it('opens beside with Ctrl', () => {
    const onOpen = vi.fn();
    show({ onOpen });
    press('[data-term="dpo"]', { ctrlKey: true });
    expect(onOpen).toHaveBeenCalledWith('dpo', true);
  });

  it('shows the gloss of the link that is pointed at', () => {
    show();
    act(
      () =>
        void document.querySelector('[data-term="dpo"]')!.dispatchEvent(new Event('pointerover', { bubbles: true })),
    );
    expect(text('.peek')).toBe('DPO 是什么。');
    act(() => void document.querySelector('.gloss')!.dispatchEvent(new Event('pointerover', { bubbles: true })));
    expect(text('.peek')).toBe('');
  });

  it('offers only what is given', () => {
    show();
    expect(document.querySelectorAll('.icon-button')).toHaveLength(0);
    const known = vi.fn();
    show({ actions: { known }, onPin: vi.fn(), pinned: true });
    expect([...document.querySelectorAll('.icon-button')].map((button) => button.getAttribute('aria-label'))).toEqual([
      '取消固定',
      '我已掌握',
    ]);
  });

  it('leads back along the trail', () => {
    const onBack = vi.fn();
    show({ onBack, trail: [ref('a', 'AAA'), ref('b', 'BBB')] });
    press('.back');
    press('.crumb');
    expect(onBack.mock.calls).toEqual([[1], [2]]);
  });
});
