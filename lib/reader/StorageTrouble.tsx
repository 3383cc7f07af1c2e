import { useEffect, useState } from 'preact/hooks';
import { type Trouble, watchTrouble } from '@/lib/storage/trouble';
import type { Strings } from '@/lib/strings/strings';

/** Says so when storage could not be read or written; empty while all is well. */
export function StorageTrouble({ strings }: { strings: Strings }) {
  const [trouble, setTrouble] = useState<Trouble>();
  useEffect(() => {
    const stop = new AbortController();
    watchTrouble(setTrouble, stop.signal);
    return () => stop.abort();
  }, []);
  return (
    <p class="trouble" role="alert">
      {trouble && strings.trouble[trouble]}
    </p>
  );
}
