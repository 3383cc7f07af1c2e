import type { ComponentChildren } from 'preact';
import type { CardEntry } from '@/lib/glossary/card-entry';
import type { Language } from '@/lib/settings';
import type { CardWords } from './card-words';
import { langOf } from './names';
import { Prose } from './Prose';
import { TermLink, type OpenTerm } from './TermLink';

/** What the first screen leaves out: the exact account, what it is mixed up with, its other names, its sources. */
export function CardMore(props: {
  entry: CardEntry;
  language: Language;
  words: CardWords;
  diagram?: ComponentChildren;
  onOpen?: OpenTerm;
}) {
  const { entry, language, words, diagram, onOpen } = props;
  const lang = langOf(language);
  const { model } = entry;
  return (
    <div class="more">
      <p class="detail" lang={lang}>
        <Prose>{entry.detail[language]}</Prose>
      </p>
      {diagram && <figure class="diagram">{diagram}</figure>}
      {model && (
        <p class="facts">
          <span>{model.organisation}</span>
          {model.parameters && (
            <span>
              {amount(model.parameters)} {words.parameters}
            </span>
          )}
          {model.active && (
            <span>
              {amount(model.active)} {words.active}
            </span>
          )}
          <span>{words.weights[model.weights]}</span>
          {model.licence && <span>{model.licence}</span>}
        </p>
      )}
      {entry.contrast && (
        <section>
          <h3>{words.contrast}</h3>
          <ul class="contrast">
            {entry.contrast.map((line) => {
              const term = entry.refs[line.id];
              return (
                <li key={line.id}>
                  {term && <TermLink kind="inline" {...{ term, language, onOpen }} />}
                  <span lang={lang}>
                    <Prose>{line[language]}</Prose>
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {entry.renderings && (
        <section>
          <h3>{words.renderings}</h3>
          <ul class="renderings">
            {entry.renderings.map(({ name, where }) => (
              <li key={name}>
                <b lang="zh">{name}</b> <span lang={lang}>{where[language]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {entry.sources.length > 0 && (
        <section>
          <h3>{words.sources}</h3>
          <ul class="sources">
            {entry.sources.map((source) => (
              <li key={source.url}>
                <a href={source.url} target="_blank" rel="noreferrer noopener">
                  {source.title}
                </a>
                <small>{[source.by, source.year].filter(Boolean).join(', ')}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** 175000000000 as 175B, the way papers write it. */
function amount(count: number): string {
  const [size, unit] = (
    [
      [1e12, 'T'],
      [1e9, 'B'],
      [1e6, 'M'],
      [1e3, 'K'],
    ] as const
  ).find(([at]) => count >= at) ?? [1, ''];
  return `${Number((count / size).toPrecision(3))}${unit}`;
}
