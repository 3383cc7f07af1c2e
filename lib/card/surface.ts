/** The one element that holds all cards, above everything a page can draw and out of reach of its styles. */

/** Set inline and important: nothing an author style sheet says weighs more. */
const HOST_STYLE: Record<string, string> = {
  all: 'initial',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  margin: '0',
  padding: '0',
  border: '0',
  overflow: 'visible',
  display: 'block',
  visibility: 'visible',
  opacity: '1',
  background: 'transparent',
  'z-index': '2147483647',
  'pointer-events': 'none',
  direction: 'ltr',
  'unicode-bidi': 'isolate',
  transition: 'none',
  animation: 'none',
};

/** How often a page that removes or hides the host is answered before it wins. */
const PATIENCE = 20;

export type Surface = {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Shows the host on top, inside the modal dialog that holds this node if there is one. */
  show(near: Node | undefined): void;
  /** Takes it off the page. */
  hide(): void;
};

export function createSurface(css: string, signal: AbortSignal): Surface {
  const { host, root } = createHost(css);
  let shown = false;
  let patience = PATIENCE;

  // Through the object model: the content security policy of our own pages refuses a style attribute.
  let written = '';
  const write = (home: Element) => {
    host.style.cssText = hostStyle(home);
    written = host.style.cssText;
  };
  const raise = () => {
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  };
  const watcher = new MutationObserver(() => {
    if (!shown || patience-- <= 0) return;
    if (!host.isConnected) attach(document.documentElement);
    else repair();
  });
  const repair = () => {
    for (const name of ['hidden', 'inert', 'aria-hidden', 'class', 'id']) host.removeAttribute(name);
    if (host.style.cssText !== written) write(host.parentElement ?? document.documentElement);
    if (host.getAttribute('popover') !== 'manual') host.setAttribute('popover', 'manual');
    if (!host.matches(':popover-open')) host.showPopover();
    watcher.takeRecords();
  };
  const attach = (home: Element) => {
    watcher.disconnect();
    write(home);
    host.setAttribute('popover', 'manual');
    home.appendChild(host);
    host.showPopover();
    watcher.observe(home, { childList: true });
    watcher.observe(host, { attributes: true });
  };

  // A fullscreen element or a modal dialog opened later lies above: show again to come out on top.
  const again = () => {
    if (!shown) return;
    const home = homeOf(undefined);
    if (host.parentNode === home) raise();
    else attach(home);
  };
  const onToggle = (event: Event) => {
    if (event.target === host) {
      if (shown && patience-- > 0 && !host.matches(':popover-open') && host.isConnected) host.showPopover();
    } else if (event.target instanceof Element && event.target.localName === 'dialog') again();
  };
  document.addEventListener('fullscreenchange', again, { signal });
  document.addEventListener('toggle', onToggle, { signal, capture: true });
  document.addEventListener('close', again, { signal, capture: true });

  return {
    host,
    root,
    show(near) {
      const home = homeOf(near);
      if (shown && host.parentNode === home && host.matches(':popover-open')) return;
      shown = true;
      patience = PATIENCE;
      attach(home);
    },
    hide() {
      shown = false;
      watcher.disconnect();
      host.remove();
    },
  };
}

/** The host's style inside this parent: a page that zooms its root would zoom the card and its place with it. */
function hostStyle(home: Element): string {
  const zoom = 1 / (home.currentCSSZoom || 1);
  return Object.entries({ ...HOST_STYLE, zoom: `${zoom}` })
    .map(([name, value]) => `${name}:${value} !important`)
    .join(';');
}

function createHost(css: string): { host: HTMLElement; root: ShadowRoot } {
  let host = document.createElement('termlens-card');
  let root: ShadowRoot;
  try {
    root = host.attachShadow({ mode: 'closed' });
  } catch {
    // The page defined an element of this name, whose constructor took the shadow root.
    host = document.createElement('div');
    root = host.attachShadow({ mode: 'closed' });
  }
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox before its bug 1928865 was mended refuses sheets from content scripts.
    root.appendChild(document.createElement('style')).textContent = css;
  }
  return { host, root };
}

/** What lies outside a modal dialog or a fullscreen element is inert: drawn perhaps, but dead to the pointer. */
const BLOCKS_THE_REST = 'dialog:modal, :fullscreen';
/** Elements that show no children. */
const CHILDLESS = 'video, img, canvas, iframe, object, embed, audio';

/** The dialog or fullscreen element around a node; for no node the topmost one of the page. */
function homeOf(near: Node | undefined): Element {
  for (let node: Node | null | undefined = near; node; node = parentOf(node))
    if (node instanceof Element && node.matches(BLOCKS_THE_REST)) return node;
  const top = [...document.querySelectorAll(BLOCKS_THE_REST)].at(-1);
  return top && !top.matches(CHILDLESS) ? top : document.documentElement;
}

/** The parent as it is laid out: through slots and out of shadow roots. */
export function parentOf(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element || node instanceof Text ? node.assignedSlot : null) ?? node.parentNode;
}
