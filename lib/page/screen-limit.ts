/** Which marks stay when a screen may hold only so many. Pure. */

/** A mark as far as the limit goes. `rank`: the higher, the more it is kept. `top`: CSS px from the top of the page. */
export type Ranked = { readonly top: number; readonly rank: number };

/**
 * At most `most` marks on each screen's height of the page, the highest rank first, then the first on the page. Screens
 * are counted from the top of the page, so that scrolling moves no mark.
 */
export function limitPerScreen<Item extends Ranked>(items: readonly Item[], most: number, screen: number): Set<Item> {
  if (most === 0) return new Set(items);
  const screens = new Map<number, Item[]>();
  for (const item of items) {
    const at = Math.floor(item.top / Math.max(1, screen));
    const others = screens.get(at);
    if (others) others.push(item);
    else screens.set(at, [item]);
  }
  const kept = new Set<Item>();
  for (const group of screens.values()) {
    // Sorting is stable: equals stay in page order.
    for (const item of group.sort((one, other) => other.rank - one.rank).slice(0, most)) kept.add(item);
  }
  return kept;
}
