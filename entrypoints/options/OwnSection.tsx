/** The reader's own terms, and their own words for bundled ones: add, edit, remove. */
import { useState } from 'preact/hooks';
import { Removable, Section } from '@/components/fields';
import type { OwnTerm, Terms } from '@/lib/settings';
import { terms } from '@/lib/storage/stored';
import { fill, type Strings } from '@/lib/strings/strings';
import { bundledId } from './bundled-id';

/** The popup hands over what was not found: `options.html#own=…`. */
const asked = () => decodeURIComponent(/^#own=(.*)$/.exec(location.hash)?.[1] ?? '');

export function OwnSection({ mine, strings }: { mine: Terms; strings: Strings }) {
  const words = strings.own;
  const [forms, setForms] = useState(asked);
  const [gloss, setGloss] = useState('');
  const [editing, setEditing] = useState<string>();
  const save = () => {
    const written = formsOf(forms);
    if (written.length === 0 || gloss.trim() === '') return;
    const id = editing ?? bundledId(written) ?? `own-${crypto.randomUUID()}`;
    void terms.update((now) => {
      const before = now.own.find((term) => term.id === id);
      const term: OwnTerm = { ...before, id, forms: written, gloss: gloss.trim(), edited: Date.now() };
      return { ...now, own: [...now.own.filter((other) => other.id !== id), term] };
    });
    setForms('');
    setGloss('');
    setEditing(undefined);
  };
  return (
    <Section title={words.title}>
      <form
        class="own"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p class="field">
          <label for="own-forms">{words.forms}</label>
          <input id="own-forms" value={forms} required onInput={(event) => setForms(event.currentTarget.value)} />
        </p>
        <p class="field">
          <label for="own-gloss">{words.gloss}</label>
          <input id="own-gloss" value={gloss} required onInput={(event) => setGloss(event.currentTarget.value)} />
        </p>
        <p class="buttons">
          <button type="submit" class="button">
            {words.save}
          </button>
          <span class="hint">{words.hint}</span>
        </p>
      </form>
      <Removable
        names={mine.own.map((term) => [term.id, `${term.forms[0]}: ${term.gloss}`] as const)}
        empty={strings.settings.noTerms}
        removeLabel={(name) => fill(strings.settings.remove, { name })}
        editLabel={(name) => fill(words.edit, { name })}
        onEdit={(id) => {
          const term = mine.own.find((one) => one.id === id);
          if (!term) return;
          setEditing(id);
          setForms(term.forms.join(', '));
          setGloss(term.gloss);
        }}
        onRemove={(id) => void terms.update((now) => ({ ...now, own: now.own.filter((term) => term.id !== id) }))}
      />
    </Section>
  );
}

const formsOf = (text: string) => [
  ...new Set(
    text
      .split(/[,，、;；]/)
      .map((form) => form.trim())
      .filter(Boolean),
  ),
];
