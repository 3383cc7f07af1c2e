/** The page in a glance: whom it is written for, and from which years its terms are, told by its terms. */
import type { EntryNames } from '@/lib/glossary/names';
import { LAST_YEAR } from '@/lib/glossary/eras';
import { readingLevel, termYears } from '@/lib/glossary/page-glossary';
import type { Strings } from '@/lib/strings/strings';

/** Drawn height of the highest bar, and the width and distance of each, in SVG units. */
const HEIGHT = 28;
const STEP = 11;

export function PageFacts(props: { entries: readonly EntryNames[]; strings: Strings }) {
  const { entries, strings } = props;
  const words = strings.page;
  const years = termYears(entries, LAST_YEAR);
  const most = Math.max(1, ...years.map(({ count }) => count));
  const nameOf = (year: number, before: boolean) => `${before ? '≤ ' : ''}${year}`;
  const said = years
    .filter(({ count }) => count > 0)
    .map(({ year, before, count }) => `${nameOf(year, before)}: ${count}`)
    .join(', ');
  return (
    <section class="page-facts">
      <p>
        <small>{words.readingLevel}</small> <b>{strings.level[readingLevel(entries)]}</b>
      </p>
      <svg
        class="years"
        viewBox={`0 0 ${years.length * STEP} ${HEIGHT + 12}`}
        role="img"
        aria-label={`${words.years}: ${said}`}
      >
        {years.map(({ year, before, count }, at) => (
          <g key={year}>
            <rect
              x={at * STEP}
              y={HEIGHT - Math.max(1, (count / most) * HEIGHT)}
              width={STEP - 3}
              height={Math.max(1, (count / most) * HEIGHT)}
              rx="1"
            >
              <title>{`${nameOf(year, before)}: ${count}`}</title>
            </rect>
            {(at === 0 || year % 4 === 1) && (
              <text x={at * STEP + (STEP - 3) / 2} y={HEIGHT + 10} text-anchor={at === 0 ? 'start' : 'middle'}>
                {at === 0 ? '…' : year}
              </text>
            )}
          </g>
        ))}
      </svg>
    </section>
  );
}
