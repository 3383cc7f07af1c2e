/** Which traditional characters count as which simplified ones. Build time only: the table is kept to what forms use. */
import { Converter } from 'opencc-js/t2cn';

const fromTaiwan = Converter({ from: 'tw', to: 'cn' });
const fromAny = Converter({ from: 't', to: 'cn' });

function convert(character: string): string {
  const other = fromAny(character);
  return other === character ? fromTaiwan(character) : other;
}

/** A character's simplified counterpart, itself when it has none or the pair is not one to one. */
export function simplified(text: string): string {
  return [...text]
    .map((character) => {
      const other = convert(character);
      return character.length === 1 && other.length === 1 ? other : character;
    })
    .join('');
}

/** Pairs of a traditional and its simplified character, run together, for simplified characters in this set. */
export function traditionalPairs(wanted: ReadonlySet<string>): string {
  every ??= everyPair();
  return every
    .filter(([, other]) => wanted.has(other))
    .flat()
    .join('');
}

/** Slow to make, the same for all: kept. */
let every: [string, string][] | undefined;

function everyPair(): [string, string][] {
  const pairs: [string, string][] = [];
  for (let unit = 0x3400; unit < 0xa000; unit++) {
    const character = String.fromCharCode(unit);
    const other = simplified(character);
    if (other !== character) pairs.push([character, other]);
  }
  return pairs;
}
