/** The controls of the options page: a label, what it says, and one native control each. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export function Choice<T extends string | number>(props: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange(value: T): void;
}) {
  const { label, value, options, onChange } = props;
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(options[event.currentTarget.selectedIndex]![0])}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

export function Check({ label, value, onChange }: { label: string; value: boolean; onChange(value: boolean): void }) {
  return (
    <p class="field check">
      <label>
        <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
        <span>{label}</span>
      </label>
    </p>
  );
}

export function Slider(props: {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  text: string;
  onChange(value: number): void;
}) {
  const { label, value, min, max, step, text, onChange } = props;
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <span class="slider">
        <input
          id={id}
          type="range"
          {...{ min, max, step, value }}
          aria-valuetext={text}
          onInput={(event) => onChange(Number(event.currentTarget.value))}
        />
        <output for={id}>{text}</output>
      </span>
    </p>
  );
}

/** Names with a button to take each away. */
export function Removable(props: {
  names: readonly (readonly [string, string])[];
  empty: string;
  removeLabel(name: string): string;
  onRemove(key: string): void;
  /** With these, a name can be opened for editing. */
  editLabel?(name: string): string;
  onEdit?(key: string): void;
}) {
  const { names, empty, removeLabel, onRemove, editLabel, onEdit } = props;
  if (names.length === 0) return <p class="hint">{empty}</p>;
  return (
    <ul class="tags">
      {names.map(([key, name]) => (
        <li key={key}>
          {onEdit ? (
            <button type="button" class="name" title={editLabel?.(name)} onClick={() => onEdit(key)}>
              {name}
            </button>
          ) : (
            name
          )}
          <button type="button" aria-label={removeLabel(name)} title={removeLabel(name)} onClick={() => onRemove(key)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
