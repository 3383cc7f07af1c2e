/** Tells when the page's colours may have changed as a whole: its own theme switch or the system's. */

/** Pages fade from one theme to the other; the colours are looked at again when that is over. ms */
const FADE_MS = 600;

export function watchColours(onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, FADE_MS);
  };
  const now = () => {
    requestAnimationFrame(() => !signal.aborted && onChange());
    later();
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', now, { signal });
  const observer = new MutationObserver(now);
  // Themes are switched on the root or the body; attributes elsewhere are not watched.
  const filter = { attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-color-mode', 'theme'] };
  observer.observe(document.documentElement, filter);
  if (document.body) observer.observe(document.body, filter);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
