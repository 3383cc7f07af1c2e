import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSpeech } from '@/lib/card/speech';

type Voice = { name: string; lang: string; localService: boolean };
const voice = (lang: string, localService = true): Voice => ({
  name: `${lang}${localService ? '' : ' far'}`,
  lang,
  localService,
});

class Utterance extends EventTarget {
  voice: Voice | undefined;
  lang = '';
  constructor(readonly text: string) {
    super();
  }
}

function speechWith(voices: Voice[]) {
  const spoken: Utterance[] = [];
  const cancel = vi.fn();
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    speak: (words: Utterance) => spoken.push(words),
    cancel,
  });
  return { speech: createSpeech(() => undefined, new AbortController().signal), spoken, cancel };
}

afterEach(() => vi.unstubAllGlobals());

describe('reading aloud', () => {
  it('is offered only for languages that have a voice', () => {
    const { speech } = speechWith([voice('en-GB'), voice('zh-HK')]);
    expect(speech.can('en')).toBe(true);
    // Cantonese reads the same characters as other sounds.
    expect(speech.can('zh')).toBe(false);
  });

  it('is offered for nothing where the browser cannot speak', () => {
    vi.stubGlobal('speechSynthesis', undefined);
    expect(createSpeech(() => undefined, new AbortController().signal).can('en')).toBe(false);
  });

  it('takes a voice of this machine before one far away, and the nearer region first', () => {
    const { speech, spoken } = speechWith([
      voice('zh-CN', false),
      voice('zh-TW'),
      voice('en-IN'),
      voice('en-US'),
      voice('zh_CN'),
    ]);
    speech.speak('好', 'zh', () => undefined);
    speech.speak('good', 'en', () => undefined);
    expect(spoken.map((words) => [words.text, words.voice?.name])).toEqual([
      ['好', 'zh_CN'],
      ['good', 'en-US'],
    ]);
  });

  it('cuts off its own words, never the page’s', () => {
    const { speech, spoken, cancel } = speechWith([voice('en-US')]);
    speech.stop();
    expect(cancel).not.toHaveBeenCalled();
    const ended = vi.fn();
    speech.speak('one', 'en', ended);
    speech.stop();
    expect(cancel).toHaveBeenCalledOnce();
    spoken[0]!.dispatchEvent(new Event('end'));
    expect(ended).toHaveBeenCalledOnce();
  });
});
