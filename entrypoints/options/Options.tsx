/** Every choice in one place. Each takes effect at once, in all open tabs: they watch the storage this page writes. */
import { browser } from '#imports';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { Section } from '@/components/fields';
import { StorageTrouble } from '@/lib/reader/StorageTrouble';
import { useStored } from '@/lib/reader/use-stored';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings';
import { settings, sites, terms } from '@/lib/storage/stored';
import { interfaceLanguage, STRINGS } from '@/lib/strings/strings';
import { Backup } from './Backup';
import { LanguageSection, CardSection, LookSection, ReadingSection } from './sections';
import { OwnSection } from './OwnSection';
import { SitesSection } from './SitesSection';
import { TermsSection } from './TermsSection';

/** As wxt.config.ts suggests them to the browser. */
const KEYS = [
  ['Alt+Shift+K', 'popup'],
  ['Alt+Shift+U', 'site'],
  ['Alt+Shift+.', 'next'],
  ['Alt+Shift+,', 'previous'],
] as const;

/** How long “Saved” stands, in ms. */
const SAVED_MS = 1600;

export function Options() {
  const chosen = useStored(settings);
  const siteLists = useStored(sites);
  const mine = useStored(terms);
  const [saved, setSaved] = useState(0);
  if (!chosen || !siteLists || !mine) return null;
  const strings = STRINGS[interfaceLanguage(chosen, browser.i18n.getUILanguage())];
  const words = strings.settings;
  document.documentElement.lang = strings.lang;
  document.documentElement.dataset['theme'] =
    chosen.theme === 'light' || chosen.theme === 'dark' ? chosen.theme : 'system';
  document.title = `${words.title} · ${strings.product}`;

  const note = () => {
    setSaved((count) => count + 1);
    setTimeout(() => setSaved((count) => count - 1), SAVED_MS);
  };
  const set = (change: Partial<Settings>) => void settings.update((now) => ({ ...now, ...change })).then(note);
  return (
    <main class="page">
      <h1>
        {strings.product} <small>{words.title}</small>
      </h1>
      <p class="saved" role="status">
        {saved > 0 && words.saved}
      </p>
      <StorageTrouble strings={strings} />
      <LanguageSection {...{ chosen, set, strings }} />
      <ReadingSection {...{ chosen, set, strings }} />
      <LookSection {...{ chosen, set, strings }} />
      <CardSection {...{ chosen, set, strings }} />
      <SitesSection {...{ siteLists, strings }} />
      <OwnSection {...{ mine, strings }} />
      <TermsSection {...{ mine, chosen, strings }} />
      <Backup {...{ chosen, set, strings }} />
      <Section title={words.shortcuts}>
        <dl class="keys">
          {KEYS.map(([keys, name]) => (
            <Fragment key={name}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{words.shortcutNames[name]}</dd>
            </Fragment>
          ))}
        </dl>
        <p class="hint">{words.shortcutsText}</p>
      </Section>
      <Section title={words.privacy}>
        <p>{words.privacyText}</p>
      </Section>
      <p>
        <button type="button" class="button" onClick={() => void settings.update(() => DEFAULT_SETTINGS).then(note)}>
          {words.reset}
        </button>
      </p>
    </main>
  );
}
