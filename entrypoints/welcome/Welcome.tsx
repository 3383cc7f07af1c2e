/** What the reader sees once, after installing: one live paragraph and two sentences. */
import { LiveSample } from '@/lib/reader/LiveSample';
import type { Strings } from '@/lib/strings/strings';

export function Welcome({ strings, onOptions }: { strings: Strings; onOptions(): void }) {
  const words = strings.welcome;
  return (
    <main class="page">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <LiveSample text={words.sample} />
      {words.hints.map((hint) => (
        <p key={hint}>{hint}</p>
      ))}
      <p>
        <button type="button" class="button" onClick={onOptions}>
          {words.options}
        </button>
      </p>
    </main>
  );
}
