/** The style sheet of the marks. Pure: settings in, CSS out. */
import type { Settings } from '@/lib/settings';
import { TONE_COLOURS, type Tone } from './tone';

/** What a mark looks like: the tone of its background, whether it is in a link, whether the reader knows the term. */
export type Look = { tone: Tone; link: boolean; faint: boolean };

/** Every name we ever register begins so; a newer instance of the extension finds an older one's by it. */
export const NAME_PREFIX = 'termlens-';
export const ACTIVE = `${NAME_PREFIX}active`;
export const FOCUS = `${NAME_PREFIX}focus`;

/**
 * The elements the rules are for. Where elements inherit the styles of highlights, as in Chromium, the root is enough,
 * and the browser computes a page's styles more than twice as fast as with rules for every element.
 */
export type Scope = 'root' | 'every';

/** Share of the strength that a faint mark has. */
const FAINT = 0.45;
const TONES = Object.keys(TONE_COLOURS) as Tone[];

/** The highlight a mark of this look is in. */
export function lookName({ tone, link, faint }: Look): string {
  return `${NAME_PREFIX}${tone}${link ? '-link' : ''}${faint ? '-faint' : ''}`;
}

const LOOKS: Look[] = TONES.flatMap((tone) =>
  [false, true].flatMap((link) => [false, true].map((faint) => ({ tone, link, faint }))),
);

/** Every name a highlight of ours may have. */
export function paintNames(): string[] {
  return [...LOOKS.map(lookName), ACTIVE, FOCUS];
}

/** The rules for all highlights. Only decoration and background: never the text's own colour. */
export function highlightCss({ underline, strength }: Pick<Settings, 'underline' | 'strength'>, scope: Scope): string {
  const selector = (name: string) => `${scope === 'root' ? ':root' : ''}::highlight(${name})`;
  const names = LOOKS.map(lookName);
  const rules = LOOKS.map(
    (look) =>
      `${selector(lookName(look))}{${declarations(underline, look.tone, look.link, look.faint ? strength * FAINT : strength)}}`,
  );
  const each = (which: string[], body: string) => `${which.map(selector).join(',')}{${body}}`;
  return [
    ...rules,
    `${selector(ACTIVE)}{background-color:rgb(211 118 58/.2);text-decoration:underline solid 1.5px rgb(211 118 58)}`,
    `${selector(FOCUS)}{background-color:rgb(211 118 58/.32);text-decoration:underline solid 2.5px rgb(211 118 58)}`,
    // Chromium then paints every highlight as a block in the reader's own colours; only lines tell them apart.
    `@media (forced-colors:active){${each(names, `text-decoration:underline ${lineOf(underline)} 1.5px CanvasText;background-color:transparent`)}` +
      `${each([ACTIVE, FOCUS], 'text-decoration:underline solid 3px CanvasText;text-underline-offset:20%;background-color:transparent')}}`,
    `@media print{${each([...names, ACTIVE, FOCUS], 'text-decoration:none;background-color:transparent')}}`,
  ].join('\n');
}

/** Whether a rule is one of these sheets'. */
export function isOurRule(selectorText: string): boolean {
  return selectorText.includes(`::highlight(${NAME_PREFIX}`);
}

function declarations(underline: Settings['underline'], tone: Tone, link: boolean, share: number): string {
  const [red, green, blue] = TONE_COLOURS[tone];
  const colour = (alpha: number) => `rgb(${red} ${green} ${blue}/${Math.round(alpha * 100) / 100})`;
  if (underline === 'background') return `background-color:${colour(share * 0.4)}`;
  // A link keeps its own line readable: ours goes below it. Per cent, since an inherited em would be the root's.
  const offset = link ? '40%' : '22%';
  return `text-decoration:underline ${underline} 1.5px ${colour(0.25 + share * 0.75)};text-underline-offset:${offset}`;
}

function lineOf(underline: Settings['underline']): string {
  return underline === 'background' ? 'dotted' : underline;
}
