/** How an element takes part in the text around it, told by its name alone: style is asked only where it matters. */

/** Why text inside an element is left out. */
export type SkipReason = 'code' | 'editor' | 'form' | 'math' | 'script' | 'drawing' | 'media' | 'ours' | 'ruby';

/**
 * inline: its text continues the line. block: a text of its own. break: a new line. nothing: not seen in the text.
 * A skip reason: it stands in the line like a picture, and its text is not read.
 */
export type ElementKind = 'inline' | 'block' | 'break' | 'nothing' | SkipReason;

/** The tag of the card's host: its text is ours. */
export const OWN_TAG = 'termlens-card';

const KINDS = new Map<string, ElementKind>();
const all = (kind: ElementKind, names: string) => names.split(' ').forEach((name) => KINDS.set(name, kind));

all(
  'inline',
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q rb ruby s slot small span strike strong sub sup time tt u var',
);
all(
  'block',
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p search section summary table tbody td tfoot th thead tr ul',
);
all('break', 'br');
all('nothing', 'wbr');
all('ruby', 'rt rp rtc');
all('code', 'code pre kbd samp listing xmp plaintext');
all('form', 'input textarea select option optgroup datalist meter progress output');
all('math', 'math mjx-container');
all('drawing', 'svg canvas');
all('media', 'audio video object embed iframe frame img picture map area applet');
all('script', 'script style template noscript head title link meta base noframes');
all('ours', OWN_TAG);

/** The kind of an element by its local name; custom elements are taken for blocks, unknown names for inline. */
export function kindOf(localName: string): ElementKind {
  return KINDS.get(localName) ?? (localName.includes('-') ? 'block' : 'inline');
}

/** Skipped by class or attribute rather than by name. */
const SKIPPED: readonly [SkipReason, string][] = [
  [
    'editor',
    '[contenteditable]:not([contenteditable="false" i]),.CodeMirror,.cm-editor,.monaco-editor,.ace_editor,.ProseMirror,.ql-editor',
  ],
  ['math', '.katex,.MathJax,.MathJax_Display,.mwe-math-element'],
];
const CODE_CLASSES = '.highlight-source,.blob-code,.react-code-lines,.hljs,.prismjs';
const CODE_NAMES = 'code,pre,kbd,samp,listing,xmp,plaintext';
const OTHER_NAMES =
  'script,style,template,noscript,head,svg,canvas,math,mjx-container,input,textarea,select,option,datalist,output,' +
  `audio,video,object,iframe,rt,rp,rtc,${OWN_TAG}`;

/** Every element below a root whose text is left out by class or attribute, with the reason: one look at the whole tree. */
export function skippedBelow(root: ParentNode, includeCode: boolean): Map<Element, SkipReason> {
  const found = new Map<Element, SkipReason>();
  const elements = root.querySelectorAll(selectorsOf(includeCode).join(','));
  for (let at = 0; at < elements.length; at++) found.set(elements[at]!, reasonOf(elements[at]!, includeCode)!);
  return found;
}

/** Why an element's text is left out by its class or attribute; undefined when it is not. */
export function reasonOf(element: Element, includeCode: boolean): SkipReason | undefined {
  for (const [reason, selector] of SKIPPED) if (element.matches(selector)) return reason;
  return !includeCode && element.matches(CODE_CLASSES) ? 'code' : undefined;
}

function selectorsOf(includeCode: boolean): string[] {
  const selectors = SKIPPED.map(([, selector]) => selector);
  return includeCode ? selectors : [...selectors, CODE_CLASSES];
}

/** Whether an element stands inside (or is) something whose text is left out, within its own tree. */
export function isSkipped(element: Element, includeCode: boolean): boolean {
  const selectors = [OTHER_NAMES, ...selectorsOf(includeCode)];
  if (!includeCode) selectors.push(CODE_NAMES);
  return element.closest(selectors.join(',')) !== null;
}
