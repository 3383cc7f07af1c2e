/** Reads a gloss aloud with the system's voices. */
import type { Language } from '@/lib/settings';

export type Speech = {
  /** Whether some voice speaks this language. */
  can(language: Language): boolean;
  speak(text: string, language: Language, onEnd: () => void): void;
  stop(): void;
};

/** Preferred regions first: the glosses are Simplified Chinese and American English. */
const PREFERRED: Record<Language, string[]> = { zh: ['zh-CN', 'cmn'], en: ['en-US', 'en-GB'] };

export function createSpeech(onVoices: () => void, signal: AbortSignal): Speech {
  const synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis;
  if (!synthesis) return { can: () => false, speak: () => undefined, stop: () => undefined };
  const voiceFor = (language: Language) => {
    const voices = synthesis.getVoices().filter((voice) => speaks(voice, language));
    const rank = (voice: SpeechSynthesisVoice) => {
      const at = PREFERRED[language].findIndex((tag) => voice.lang.replace('_', '-').startsWith(tag));
      // A voice on this machine works offline and tells nobody what is read.
      return (voice.localService ? 0 : 10) + (at < 0 ? 5 : at);
    };
    return voices.sort((a, b) => rank(a) - rank(b))[0];
  };
  synthesis.addEventListener?.('voiceschanged', onVoices, { signal });
  let speaking = false;
  const stop = () => {
    // The page may be speaking too; only our own words are cut off.
    if (speaking) synthesis.cancel();
    speaking = false;
  };
  signal.addEventListener('abort', stop);
  return {
    can: (language) => voiceFor(language) !== undefined,
    speak(text, language, onEnd) {
      const voice = voiceFor(language);
      if (!voice) return;
      stop();
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      const ended = () => {
        speaking = false;
        onEnd();
      };
      words.addEventListener('end', ended);
      words.addEventListener('error', ended);
      speaking = true;
      synthesis.speak(words);
    },
    stop,
  };
}

function speaks(voice: SpeechSynthesisVoice, language: Language): boolean {
  const tag = voice.lang.toLowerCase().replace('_', '-');
  // Cantonese is written alike but would read the words as other sounds.
  return language === 'zh' ? /^(zh(?!-hk)|cmn)/.test(tag) : tag.startsWith('en');
}
