/** What the reader sees once, after installing: one live paragraph, and three things to know. */
import { LiveSample } from '@/lib/reader/LiveSample';
import type { Strings } from '@/lib/strings/strings';

export function Welcome({ strings, onOptions }: { strings: Strings; onOptions(): void }) {
  const words = strings.welcome;
  return (
    <main class="page welcome">
      <img src="/icon/on.svg" width="56" height="56" alt="" />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <LiveSample text={words.sample} />
      <ul>
        {words.hints.map(([title, text]) => (
          <li key={title}>
            <b>{title}</b>
            {text}
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={onOptions}>
        {words.options}
      </button>
    </main>
  );
}
