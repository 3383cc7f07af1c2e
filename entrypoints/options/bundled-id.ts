import names from 'virtual:glossary/names';

/** The bundled entry of a term's first name, whose words the reader's replace. */
export function bundledId([name = '']: string[]): string | undefined {
  const wanted = name.toLowerCase();
  return names.find(({ headword, short }) =>
    [headword.zh, headword.en, short].some((one) => one?.toLowerCase() === wanted),
  )?.id;
}
