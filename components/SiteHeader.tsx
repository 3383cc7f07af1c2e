/** The strip on top of the popup: which site, how much is on the page, and the one large switch. */
import { fill, type Strings } from '@/lib/strings/strings';
import { Icon } from './Icon';

export type SiteState = {
  /** The site's name as shown; undefined on pages no extension may touch. */
  site?: string;
  on: boolean;
  /** One line under the name: the counts, or why nothing is marked. */
  line: string;
  /** Why nothing can be marked for want of permission; then a button asks for it. */
  needsPermission?: boolean;
  snoozed?: boolean;
  /** Off because the page asks for a password, though its site is not off. */
  guarded?: boolean;
};

export function SiteHeader(props: {
  state: SiteState;
  strings: Strings;
  /** `onlyPage`: with Ctrl or ⌘ held. */
  onToggle(onlyPage: boolean): void;
  onSnooze(on: boolean): void;
  onGrant(): void;
  onOptions(): void;
}) {
  const { state, strings, onToggle, onSnooze, onGrant, onOptions } = props;
  const name = state.site ?? strings.product;
  return (
    <header class="site">
      <div class="site-text">
        <h1 title={name}>{name}</h1>
        <small role="status">{state.line}</small>
      </div>
      {state.needsPermission && (
        <button type="button" class="text-button" onClick={onGrant}>
          {strings.reason.grant}
        </button>
      )}
      {state.site && (state.on || state.snoozed) && (
        <button
          type="button"
          class="icon-button"
          aria-pressed={state.snoozed === true}
          aria-label={state.snoozed ? strings.site.wake : strings.site.snooze}
          title={state.snoozed ? strings.site.wake : strings.site.snooze}
          onClick={() => onSnooze(!state.snoozed)}
        >
          <Icon name="snooze" size={18} />
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        onClick={onOptions}
        aria-label={strings.options}
        title={strings.options}
      >
        <svg
          width="18"
          height="18"
          viewBox="0 0 20 20"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
          aria-hidden="true"
        >
          <path d="M4 6h7M15 6h1M4 14h1M9 14h7" stroke-linecap="round" />
          <circle cx="13" cy="6" r="2" />
          <circle cx="7" cy="14" r="2" />
        </svg>
      </button>
      {state.site && (
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={state.on}
          aria-label={fill(strings.site.switchLabel, { site: name })}
          title={strings.site.onlyHereHint}
          onClick={(event) => onToggle(event.ctrlKey || event.metaKey)}
        />
      )}
    </header>
  );
}
