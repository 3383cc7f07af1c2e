/** Which letters a text has, as 32 bits: texts that are spelt alike differ in few, and that is told in no time. Pure. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << ((text.charCodeAt(at) * 0x9e3779b1) >>> 27);
  return bits;
}

/** How many letters, 0 to 32, only one of the two has. */
export function differing(one: number, other: number): number {
  return count(one ^ other);
}

/** How much two texts have in common by their letters, 0 to 1. */
export function alike(one: number, other: number): number {
  return (2 * count(one & other)) / Math.max(1, count(one) + count(other));
}

function count(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
