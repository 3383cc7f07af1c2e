/** Folds text for comparison with cue words: simplified, lower case. Keeps its length. */
export function cueFold(traditional: string): (text: string) => string {
  const map = new Map<string, string>();
  let known: RegExp | undefined;
  return (text) => {
    if (!known) {
      for (let at = 0; at + 1 < traditional.length; at += 2) map.set(traditional[at]!, traditional[at + 1]!);
      // Looks for these alone, so that text without them stays as it is and nothing is copied.
      known = map.size > 0 ? new RegExp(`[${[...map.keys()].join('')}]`, 'g') : /(?!)/g;
    }
    const simple = text.replace(known, (character) => map.get(character)!);
    // The one letter whose lower case is longer than it.
    return simple.replaceAll('\u0130', 'i').toLowerCase();
  };
}
