/**
 * Frames that hold no text (advertisements, a thousand of them on some pages) cost next to nothing: in them nothing is
 * asked, watched or built before there is some.
 */

/** Resolves when the document holds text; at once when it does. Never when the signal aborts first. */
export function firstText(signal: AbortSignal): Promise<void> {
  // What is in a shadow root is neither in textContent nor observed.
  const mayHideText = (element: Element) => element.shadowRoot !== null || element.localName.includes('-');
  const hasText = () =>
    /\S/.test(document.body?.textContent ?? '') || [...document.querySelectorAll('*')].some(mayHideText);
  if (hasText()) return Promise.resolve();
  return new Promise((found) => {
    const observer = new MutationObserver(() => {
      if (!hasText()) return;
      observer.disconnect();
      found();
    });
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect());
  });
}
