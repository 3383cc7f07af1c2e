/** What the reader knows and has hidden, with the way back. */
import names from 'virtual:glossary/names';
import { Choice, Removable, Section } from '@/components/fields';
import type { Settings, Terms } from '@/lib/settings';
import { settings, terms } from '@/lib/storage/stored';
import { entryLanguage, fill, type Strings } from '@/lib/strings/strings';

const byId = new Map(names.map((entry) => [entry.id, entry]));
const FADE_DAYS = [0, 30, 90, 365] as const;

export function TermsSection({ mine, chosen, strings }: { mine: Terms; chosen: Settings; strings: Strings }) {
  const words = strings.settings;
  const language = entryLanguage(chosen, strings.lang);
  const nameOf = (id: string) => {
    const entry = byId.get(id);
    return entry?.short ?? entry?.headword[language] ?? id;
  };
  const list = (field: 'known' | 'hidden') => (
    <Removable
      names={Object.keys(mine[field]).map((id) => [id, nameOf(id)] as const)}
      empty={words.noTerms}
      removeLabel={(name) => `${words.restore}: ${name}`}
      onRemove={(id) =>
        void terms.update((now) => ({
          ...now,
          [field]: Object.fromEntries(Object.entries(now[field]).filter(([one]) => one !== id)),
        }))
      }
    />
  );
  return (
    <>
      <Section title={words.known}>
        {list('known')}
        <Choice
          label={words.knownFades}
          value={chosen.knownFadesAfterDays}
          options={FADE_DAYS.map(
            (days) => [days, days === 0 ? words.never : fill(words.days, { count: days })] as const,
          )}
          onChange={(knownFadesAfterDays) => void settings.update((now) => ({ ...now, knownFadesAfterDays }))}
        />
      </Section>
      <Section title={words.hidden}>{list('hidden')}</Section>
    </>
  );
}
