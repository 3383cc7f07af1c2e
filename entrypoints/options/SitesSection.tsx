/** The mode and its two lists, with the pattern checked as it is typed. */
import { useState } from 'preact/hooks';
import { Choice, Removable, Section } from '@/components/fields';
import type { Sites } from '@/lib/settings';
import { patternError, tidyPattern } from '@/lib/sites';
import { sites } from '@/lib/storage/stored';
import { fill, type Strings } from '@/lib/strings/strings';

type List = 'except' | 'allowed' | 'only' | 'barred';

export function SitesSection({ siteLists, strings }: { siteLists: Sites; strings: Strings }) {
  const words = strings.settings;
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const main: List = siteLists.mode;
  const other: List = siteLists.mode === 'except' ? 'allowed' : 'barred';
  const error = patternError(typed);
  const shown = error && (asked || (typed !== '' && error !== 'host')) ? error : undefined;
  const change = (list: List, edit: (patterns: string[]) => string[]) =>
    void sites.update((now) => ({ ...now, [list]: edit(now[list]) }));
  const remove = (list: List) => (pattern: string) =>
    change(list, (patterns) => patterns.filter((one) => one !== pattern));
  const add = () => {
    setAsked(true);
    if (error) return;
    const pattern = tidyPattern(typed);
    change(main, (patterns) => (patterns.includes(pattern) ? patterns : [...patterns, pattern]));
    setTyped('');
    setAsked(false);
  };
  const list = (name: List) => (
    <Removable
      names={siteLists[name].map((pattern) => [pattern, pattern] as const)}
      empty={words.noSites}
      removeLabel={(pattern) => fill(words.remove, { name: pattern })}
      onRemove={remove(name)}
    />
  );
  return (
    <Section title={words.sites}>
      <Choice
        label={words.mode}
        value={siteLists.mode}
        options={[
          ['except', words.modeValues.except],
          ['only', words.modeValues.only],
        ]}
        onChange={(mode) => void sites.update((now) => ({ ...now, mode }))}
      />
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label for="site">{words.addSite}</label>
        <span class="add">
          <input
            id="site"
            value={typed}
            placeholder="example.com"
            aria-invalid={shown !== undefined}
            aria-describedby="site-hint"
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setAsked(false);
            }}
          />
          <button type="submit" class="button">
            {words.add}
          </button>
        </span>
      </form>
      <p id="site-hint" class={shown ? 'hint error' : 'hint'} role={shown ? 'alert' : undefined}>
        {shown ? words.patternErrors[shown] : words.patternHint}
      </p>
      {list(main)}
      {siteLists[other].length > 0 && (
        <>
          <h3>{siteLists.mode === 'except' ? words.allowedSites : words.barredSites}</h3>
          {list(other)}
        </>
      )}
    </Section>
  );
}
