/** Reads the timeline and says what is wrong with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { TimelineEvent } from '../../lib/glossary/timeline';

const FOLDER = join(import.meta.dirname, '../../data');

export const readTimeline = (): TimelineEvent[] =>
  (JSON.parse(readFileSync(join(FOLDER, 'timeline.json'), 'utf8')) as { events: TimelineEvent[] }).events;

/** Everything wrong with the timeline, as `id: rule: what`. `ids`: the entries there are. */
export function timelineProblems(events: TimelineEvent[], ids: ReadonlySet<string>): string[] {
  const validate = new Ajv({ allErrors: true }).compile(
    JSON.parse(readFileSync(join(FOLDER, 'timeline.schema.json'), 'utf8')) as object,
  );
  const schema = validate({ events })
    ? []
    : (validate.errors ?? []).map((error) => `timeline: schema: ${error.instancePath} ${error.message}`);
  const today = new Date().toISOString().slice(0, 10);
  const seen = new Set<string>();
  const perEvent = events.flatMap(({ id, date, title, text, entry }, at) => [
    ...(seen.size === seen.add(id).size ? [`${id}: ids are unique`] : []),
    ...(date > today ? [`${id}: dates are not in the future: ${date}`] : []),
    ...(at > 0 && events[at - 1]!.date > date ? [`${id}: oldest first: ${date} after ${events[at - 1]!.date}`] : []),
    ...(entry && !ids.has(entry) ? [`${id}: entry exists: ${entry}`] : []),
    ...(/\p{Script=Han}\s*[,;:?!()]|[,;:?!()]\s*\p{Script=Han}/u.test(title.zh + text.zh)
      ? [`${id}: full-width punctuation: ${title.zh} ${text.zh}`]
      : []),
    ...(text.zh.endsWith('。') && /\.["”]?$/.test(text.en) ? [] : [`${id}: texts are sentences`]),
    ...([...text.zh].length > 75 ? [`${id}: zh text is too long`] : []),
    ...(text.en.split(/\s+/).length > 35 ? [`${id}: en text is too long`] : []),
  ]);
  return [...schema, ...perEvent];
}
