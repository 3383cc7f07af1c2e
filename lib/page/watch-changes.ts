import { OWN_TAG, isSkipped, kindOf } from './element-kinds';
import { homeOf } from './line-breaks';
import type { Home } from './text-block';

/** What has changed since the last round, as places to read again. */
export type Changes = {
  /** Homes whose own line changed. */
  homes: Set<Home>;
  /** Elements that were added, or became or ceased to be editors: everything below them. */
  subtrees: Set<Element>;
  /** Trees with so many changes that they are read again as a whole. */
  trees: Set<Document | ShadowRoot>;
  /** Something was taken out: what it held is gone. */
  removed: boolean;
};

export type ChangeWatcher = {
  observe(root: Document | ShadowRoot | Element): void;
  /** Hands over the changes so far and starts anew. */
  take(): Changes;
};

/** More records at once than this are not looked at one by one. */
const MANY_RECORDS = 1000;
/** More places than this are not kept one by one. */
const MANY_PLACES = 1000;

/** One observer for the document and every shadow root. `onChange` gets the homes touched, before the page is painted. */
export function watchChanges(
  includeCode: boolean,
  isRead: (home: Home) => boolean,
  onChange: (homes: ReadonlySet<Home>) => void,
  signal: AbortSignal,
): ChangeWatcher {
  let changes = none();
  /** The home of what is in `parent`, unless its text is left out. What was read before may be read again. */
  const readable = (parent: Node): Home | undefined => {
    const home = homeOf(parent);
    return home && ((home === parent && isRead(home)) || isReadable(parent, includeCode)) ? home : undefined;
  };
  const observer = new MutationObserver((records) => {
    if (records.length > MANY_RECORDS || changes.homes.size + changes.subtrees.size > MANY_PLACES) {
      for (const record of records) changes.trees.add(record.target.getRootNode() as Document | ShadowRoot);
      changes.removed = true;
      changes.subtrees.clear();
      onChange(changes.homes);
      return;
    }
    const touched = new Set<Home>();
    const homes = new Map<Node, Home | undefined>();
    let any = false;
    for (const record of records) any = note(record, changes, homes, touched, readable) || any;
    if (any) onChange(touched);
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    observe: (root) =>
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['contenteditable'],
      }),
    take() {
      const taken = changes;
      changes = none();
      return taken;
    },
  };
}

const none = (): Changes => ({ homes: new Set(), subtrees: new Set(), trees: new Set(), removed: false });

/** Takes down one record; says whether it concerns text that is read. `homes` remembers answers within one batch. */
function note(
  record: MutationRecord,
  changes: Changes,
  homes: Map<Node, Home | undefined>,
  touched: Set<Home>,
  readable: (parent: Node) => Home | undefined,
): boolean {
  const { target, type, addedNodes, removedNodes } = record;
  if (type === 'attributes') {
    changes.subtrees.add(target as Element);
    return true;
  }
  const parent = type === 'characterData' ? target.parentNode : target;
  if (!parent) return false;
  if (!homes.has(parent)) homes.set(parent, readable(parent));
  const home = homes.get(parent);
  if (!home) return false;
  let own = type === 'characterData';
  let any = own;
  for (let at = 0; at < addedNodes.length; at++) {
    const node = addedNodes[at]!;
    if (node.nodeType === Node.TEXT_NODE) own = true;
    else if (node.nodeType === Node.ELEMENT_NODE && (node as Element).localName !== OWN_TAG) {
      if (kindOf((node as Element).localName) !== 'block') own = true;
      if ((node as Element).firstChild || isCustom(node as Element)) changes.subtrees.add(node as Element);
      any = true;
    }
  }
  for (let at = 0; at < removedNodes.length; at++) {
    const node = removedNodes[at]!;
    if (node.nodeType === Node.TEXT_NODE) own = true;
    else if (node.nodeType === Node.ELEMENT_NODE && (node as Element).localName !== OWN_TAG) {
      if (kindOf((node as Element).localName) !== 'block') own = true;
      changes.removed = any = true;
    }
  }
  if (own) {
    changes.homes.add(home);
    touched.add(home);
  }
  return any || own;
}

function isCustom(element: Element): boolean {
  return element.localName.includes('-');
}

function isReadable(parent: Node, includeCode: boolean): boolean {
  if (parent.nodeType === Node.ELEMENT_NODE && isSkipped(parent as Element, includeCode)) return false;
  const root = parent.getRootNode();
  return root.nodeType !== Node.DOCUMENT_FRAGMENT_NODE || !isSkipped((root as ShadowRoot).host, includeCode);
}
