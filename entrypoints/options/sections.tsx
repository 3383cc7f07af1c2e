/** The sections that only change settings. */
import { Check, Choice, Section, Slider } from '@/components/fields';
import { TOPICS, type Topic } from '@/lib/glossary/topics';
import { LiveSample } from '@/lib/reader/LiveSample';
import type { Settings } from '@/lib/settings';
import { fill, type Strings } from '@/lib/strings/strings';

type Props = { chosen: Settings; set(change: Partial<Settings>): void; strings: Strings };

const LEVELS = [1, 2, 3] as const;
const PER_SCREEN = [0, 5, 10, 20, 40] as const;

const pairs = <T extends string>(texts: Record<T, string>) => Object.entries(texts) as [T, string][];

export function LanguageSection({ chosen, set, strings: { settings: words } }: Props) {
  return (
    <Section title={words.language}>
      <Choice
        label={words.interfaceLanguage}
        value={chosen.interfaceLanguage}
        options={[
          ['auto', words.auto],
          ['zh-Hans', '简体中文'],
          ['zh-Hant', '繁體中文'],
          ['en', 'English'],
        ]}
        onChange={(interfaceLanguage) => set({ interfaceLanguage })}
      />
      <Choice
        label={words.entryLanguage}
        value={chosen.entryLanguage}
        options={[
          ['auto', words.auto],
          ['zh', '中文'],
          ['en', 'English'],
        ]}
        onChange={(entryLanguage) => set({ entryLanguage })}
      />
    </Section>
  );
}

export function ReadingSection({ chosen, set, strings }: Props) {
  const words = strings.settings;
  const language = strings.lang === 'en' ? 'en' : 'zh';
  const toggleTopic = (topic: Topic, on: boolean) =>
    set({ topicsOff: on ? chosen.topicsOff.filter((other) => other !== topic) : [...chosen.topicsOff, topic] });
  return (
    <Section title={words.reading}>
      <Choice
        label={words.density}
        value={chosen.density}
        options={pairs(words.densityValues)}
        onChange={(density) => set({ density })}
      />
      <Choice
        label={words.level}
        value={chosen.level}
        options={LEVELS.map((level) => [level, strings.level[level]] as const)}
        onChange={(level) => set({ level })}
      />
      <Choice
        label={words.marksPerScreen}
        value={chosen.marksPerScreen}
        options={PER_SCREEN.map((count) => [count, count === 0 ? words.unlimited : String(count)] as const)}
        onChange={(marksPerScreen) => set({ marksPerScreen })}
      />
      <Check label={words.includeCode} value={chosen.includeCode} onChange={(includeCode) => set({ includeCode })} />
      <Check label={words.badge} value={chosen.badge} onChange={(badge) => set({ badge })} />
      <details>
        <summary>{words.topicsOff}</summary>
        <div class="grid">
          {(Object.keys(TOPICS) as Topic[]).map((topic) => (
            <Check
              key={topic}
              label={TOPICS[topic][language]}
              value={!chosen.topicsOff.includes(topic)}
              onChange={(on) => toggleTopic(topic, on)}
            />
          ))}
        </div>
      </details>
    </Section>
  );
}

export function LookSection({ chosen, set, strings: { settings: words } }: Props) {
  return (
    <Section title={words.look}>
      <Choice
        label={words.underline}
        value={chosen.underline}
        options={pairs(words.underlineValues)}
        onChange={(underline) => set({ underline })}
      />
      <Slider
        label={words.strength}
        min={0.2}
        max={1}
        step={0.1}
        value={chosen.strength}
        text={`${Math.round(chosen.strength * 100)} %`}
        onChange={(strength) => set({ strength })}
      />
      <LiveSample text={words.preview} />
    </Section>
  );
}

export function CardSection({ chosen, set, strings: { settings: words } }: Props) {
  const ms = (count: number) => fill(words.milliseconds, { count });
  return (
    <Section title={words.card}>
      <Choice
        label={words.theme}
        value={chosen.theme}
        options={pairs(words.themeValues)}
        onChange={(theme) => set({ theme })}
      />
      <Slider
        label={words.showDelay}
        min={0}
        max={1000}
        step={50}
        value={chosen.showDelay}
        text={ms(chosen.showDelay)}
        onChange={(showDelay) => set({ showDelay })}
      />
      <Slider
        label={words.hideDelay}
        min={0}
        max={1000}
        step={50}
        value={chosen.hideDelay}
        text={ms(chosen.hideDelay)}
        onChange={(hideDelay) => set({ hideDelay })}
      />
      <Choice
        label={words.modifier}
        value={chosen.modifier}
        options={[
          ['none', words.modifierNone],
          ['Alt', 'Alt / ⌥'],
          ['Control', 'Ctrl'],
          ['Shift', 'Shift'],
        ]}
        onChange={(modifier) => set({ modifier })}
      />
      <Check
        label={words.tapToExplain}
        value={chosen.tapToExplain}
        onChange={(tapToExplain) => set({ tapToExplain })}
      />
    </Section>
  );
}
