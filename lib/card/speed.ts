/** How fast a pointer moves, from its last samples. Pure but for what it remembers. */

type Sample = { x: number; y: number; at: number };

/** Samples further apart than this (ms) say nothing about the movement between them: the pointer rested. */
const TOO_LONG = 100;

/** Mean speed over the last two steps, CSS px per ms; 0 when the clock is too coarse to tell. */
export function createSpeed(): (x: number, y: number, at: number) => number {
  let samples: Sample[] = [];
  return (x, y, at) => {
    const last = samples.at(-1);
    if (last && at - last.at > TOO_LONG) samples = [];
    samples = [...samples, { x, y, at }].slice(-3);
    const [first] = samples;
    let distance = 0;
    for (const [index, sample] of samples.entries()) {
      const before = samples[index - 1];
      if (before) distance += Math.hypot(sample.x - before.x, sample.y - before.y);
    }
    const time = at - (first?.at ?? at);
    // A browser that blurs its clock reports steps without time: then the rest of the delay has to do.
    return time > 0 ? distance / time : 0;
  };
}
