/** Stored things and the current page as Preact state, for the extension's own pages. */
import { useEffect, useState } from 'preact/hooks';
import type { Stored } from '@/lib/storage/stored';

/** What is stored now and from now on; undefined until it has been read. */
export function useStored<T>(stored: Stored<T>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const stop = new AbortController();
    stored.watch(setValue, stop.signal);
    void stored.get().then((now) => !stop.signal.aborted && setValue(now));
    return () => stop.abort();
  }, [stored]);
  return value;
}
