import { Fragment } from 'preact';

/** A name with a number, which no line may end in the middle of: GPT-3, DeepSeek-R1. */
const NUMBERED = /([\p{L}\d]+(?:-[\p{L}\d.]*\d[\p{L}\d.]*)+)/u;

/** Running text set as a printer would: curly apostrophes, and names with numbers kept on one line. */
export function Prose({ children }: { children: string }) {
  const parts = children.replace(/(\p{L})'(?=\p{L}|\s)/gu, '$1’').split(NUMBERED);
  return (
    <>
      {parts.map((part, at) =>
        at % 2 ? (
          <span key={at} class="whole">
            {part}
          </span>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </>
  );
}
