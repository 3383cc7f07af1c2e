/** The switch of the mirror in storage.sync, and why the last copy was not taken. */
import { useEffect, useState } from 'preact/hooks';
import { Check } from '@/components/fields';
import type { Settings } from '@/lib/settings';
import { type MirrorProblem, watchMirrorProblem } from '@/lib/storage/mirror';
import type { Strings } from '@/lib/strings/strings';

export function SyncSection(props: { chosen: Settings; set(change: Partial<Settings>): void; strings: Strings }) {
  const { chosen, set, strings } = props;
  const words = strings.settings;
  const [problem, setProblem] = useState<MirrorProblem>();
  useEffect(() => {
    const stop = new AbortController();
    watchMirrorProblem(setProblem, stop.signal);
    return () => stop.abort();
  }, []);
  return (
    <>
      <Check label={words.sync} value={chosen.sync} onChange={(sync) => set({ sync })} />
      <p class="hint">{words.syncHint}</p>
      {chosen.sync && problem && (
        <p class="hint error" role="alert">
          {words.syncProblems[problem]}
        </p>
      )}
    </>
  );
}
