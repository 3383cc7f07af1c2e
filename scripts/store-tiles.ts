/** The stores' promotional tiles: name, what it does in both languages, and on the large one the real card. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sizes the Chrome Web Store asks for, CSS px: https://developer.chrome.com/docs/webstore/images */
export const TILES = [
  { name: 'tile-small', width: 440, height: 280 },
  { name: 'tile-marquee', width: 1400, height: 560 },
] as const;

const ICON = readFileSync(join(import.meta.dirname, '../public/icon/on.svg'), 'utf8');

/** Markup of one tile; `card` is the address of a picture of the card on an article. */
export function tile({ width, height, card }: { width: number; height: number; card: string }): string {
  const wide = width > height * 2;
  const unit = height / 280;
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; width: ${width}px; height: ${height}px; overflow: hidden; display: flex; align-items: center;
      background: #f6f1e9; color: #2b2722; font-family: "Noto Sans CJK SC", "Noto Sans SC", sans-serif }
    section { flex: none; width: ${wide ? '48%' : '100%'}; text-align: ${wide ? 'left' : 'center'};
      box-sizing: border-box; padding: 0 ${wide ? 0 : 24}px 0 ${wide ? 96 : 24}px }
    svg { width: ${64 * (wide ? unit * 0.7 : unit)}px; display: block; margin: ${wide ? '0 0 24px' : '0 auto 14px'} }
    h1 { margin: 0; font-size: ${wide ? 68 : 38}px; line-height: 1.2 } h1 span { color: #6b665e; font-weight: 500 }
    p { margin: ${wide ? 20 : 12}px 0 0; font-size: ${wide ? 32 : 18}px; line-height: 1.5; color: #4d473f }
    u { text-decoration: underline dotted #b4541f ${wide ? 4 : 2.5}px; text-underline-offset: .22em; color: #2b2722 }
    figure { margin: 0; flex: 1; align-self: stretch; position: relative; top: 56px; overflow: hidden;
      background: #fff; border-radius: 20px 0 0; box-shadow: 0 16px 64px #0003 }
    img { position: absolute; left: -300px; top: -160px; width: 1640px }
    </style>
    <section>${ICON}<h1>TermLens <span>术语镜</span></h1>
    <p>Read AI articles without getting lost:<br><u>RLHF</u>, <u>Transformer</u>, <u>涌现能力</u><br>explained in place</p>
    </section>${wide ? `<figure><img src="${card}" alt=""></figure>` : ''}`;
}
