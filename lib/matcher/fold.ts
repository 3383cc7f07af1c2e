/** Folds text for comparison with cue words: simplified, lower case. Keeps its length. */
export function cueFold(traditional: string): (text: string) => string {
  let map: Map<string, string> | undefined;
  return (text) => {
    if (!map) {
      map = new Map();
      for (let at = 0; at + 1 < traditional.length; at += 2) map.set(traditional[at]!, traditional[at + 1]!);
    }
    const known = map;
    const simple = text.replace(/[\u3400-\u9fff]/g, (character) => known.get(character) ?? character);
    // The one letter whose lower case is longer than it.
    return simple.replaceAll('\u0130', 'i').toLowerCase();
  };
}
