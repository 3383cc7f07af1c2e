import type { EraEvents } from '@/lib/glossary/timeline';
import type { Strings } from '@/lib/strings/strings';

/** Chooses a year and scrolls the timeline to its first event. */
export function YearJump({ eras, strings }: { eras: EraEvents[]; strings: Strings }) {
  const years = [...new Set(eras.flatMap(({ events }) => events.map((event) => event.date.slice(0, 4))))];
  return (
    <select
      class="year-jump"
      aria-label={strings.timeline.jump}
      value=""
      onChange={({ currentTarget }) => {
        document.querySelector(`.event[data-year="${currentTarget.value}"]`)?.scrollIntoView();
        currentTarget.value = '';
      }}
    >
      <option value="">{strings.timeline.jump}</option>
      {years.map((year) => (
        <option key={year}>{year}</option>
      ))}
    </select>
  );
}
