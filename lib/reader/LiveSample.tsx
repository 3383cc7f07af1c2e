/** A paragraph on one of our own pages, marked as any page is: what the reader sees here is the real thing. */
import { useEffect, useRef } from 'preact/hooks';

export function LiveSample({ text }: { text: string }) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    // The matcher and its forms are a chunk of their own: the page stands before they have come.
    void import('@/lib/content/mark-sample').then(({ markSample }) => {
      if (paragraph.current && !stop.signal.aborted) void markSample(paragraph.current, stop.signal);
    });
    return () => stop.abort();
  }, []);
  return (
    <p class="sample" ref={paragraph}>
      {text}
    </p>
  );
}
