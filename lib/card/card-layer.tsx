/** Everything inside the host: windows with cards, and the one line that tells of what was done. */
import type { ComponentChildren } from 'preact';
import type { Theme } from './theme-under';

export type Toast = { text: string; undo?: { label: string; run(): void } };

/** One card's window. Its place is set from outside, straight on the element. */
export function CardWindow(props: {
  id: number;
  theme: Theme | undefined;
  pinned: boolean;
  sheet: boolean;
  children: ComponentChildren;
}) {
  const { id, theme, pinned, sheet, children } = props;
  return (
    <div
      class="window"
      role="dialog"
      aria-modal="false"
      aria-labelledby={`card-${id}-title`}
      aria-describedby={`card-${id}-gloss`}
      data-key={id}
      data-theme={theme}
      data-pinned={pinned || undefined}
      data-sheet={sheet || undefined}
    >
      {sheet && <div class="handle" />}
      {children}
    </div>
  );
}

/** The one polite live region; it turns into a visible line when there is something to undo. */
export function Status(props: { text: string; toast: Toast | undefined; onHover: (over: boolean) => void }) {
  const { text, toast, onHover } = props;
  return (
    <div
      class="status"
      role="status"
      data-toast={toast ? '' : undefined}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
    >
      {toast ? <p>{toast.text}</p> : text}
      {toast?.undo && (
        <button type="button" onClick={toast.undo.run}>
          {toast.undo.label}
        </button>
      )}
    </div>
  );
}
