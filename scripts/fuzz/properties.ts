/** What must hold for any input at all. `npm test` tries each a thousand times, `npm run fuzz` as often as you like. */
import fc from 'fast-check';
import { createSearch } from '@/lib/glossary/search';
import { compileForms } from '@/lib/matcher/compile';
import { cueFold } from '@/lib/matcher/fold';
import { createEvidence, createScanner, decide } from '@/lib/matcher/scanner';
import { traditionalPairs } from '@/lib/matcher/traditional';
import { DEFAULT_SETTINGS, DEFAULT_SITES, DEFAULT_TERMS, type Sites } from '@/lib/settings';
import { fit, offReason, patternError, siteOf, snoozedUntil, tidyPattern, withSite } from '@/lib/sites';
import { BackupError, difference, merged, readBackup, writeBackup } from '@/lib/storage/backup';
import { migrate } from '@/lib/storage/migrate';
import { parseSettings, parseSites, parseTerms } from '@/lib/storage/parse';
import { readEntryFiles } from '../glossary/files';
import { entryNames } from '../glossary/names';

export type Property = {
  name: string;
  /** How dear one try is: dear ones are tried less often by this factor. */
  cost: number;
  property: fc.IRawProperty<unknown>;
};

const own = (name: string, property: fc.IRawProperty<unknown>, cost = 1): Property => ({ name, cost, property });
const fail = (why: string): never => {
  throw new Error(why);
};

/** Any UTF-16, lone surrogates too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60, size: 'max' })
  .map((units) => String.fromCharCode(...units));
const everything = { settings: DEFAULT_SETTINGS, sites: DEFAULT_SITES, terms: DEFAULT_TERMS };

export function properties(): Property[] {
  return [...storageProperties(), ...siteProperties(), ...glossaryProperties()];
}

function storageProperties(): Property[] {
  const read = (text: string): void => {
    try {
      const found = readBackup(text);
      difference(everything, merged(everything, found));
      readBackup(writeBackup(found));
    } catch (error) {
      if (!(error instanceof BackupError)) fail(`threw ${String(error)}`);
    }
  };
  const field = fc.oneof(fc.jsonValue(), fc.constantFrom('__proto__', 'constructor', -0, 1e308, null));
  const file = fc.record({
    format: fc.constant('termlens-backup'),
    version: fc.oneof(fc.constantFrom(0, 1, 2, -1, 0.5), fc.jsonValue()),
    settings: fc.oneof(field, fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), field)),
    sites: fc.oneof(field, fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_SITES)), field)),
    terms: fc.oneof(field, fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_TERMS)), field)),
  });
  const good = writeBackup(everything);
  return [
    own('a backup file of any text is read or refused', fc.property(fc.oneof(anyText, fc.json()), read)),
    own(
      'a backup file with any fields is read or refused',
      fc.property(file, (content) => read(JSON.stringify(content))),
    ),
    own(
      'a damaged backup file is read or refused',
      fc.property(fc.nat(good.length), fc.nat(20), anyText, (at, length, text) =>
        read(good.slice(0, at) + text + good.slice(at + length)),
      ),
    ),
    own(
      'a migration done twice is done once',
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom('version', 'settings', 'sites', 'terms'), fc.string()), fc.jsonValue()),
        (contents) => {
          const once = migrate(contents);
          if (JSON.stringify(migrate(once)) !== JSON.stringify(once)) fail('differs');
        },
      ),
    ),
    own(
      'stored things of any shape are read, and read the same again',
      fc.property(fc.anything(), (raw) => {
        for (const parse of [parseSettings, parseSites, parseTerms] as ((raw: unknown) => unknown)[]) {
          const once = parse(raw);
          if (JSON.stringify(parse(once)) !== JSON.stringify(once)) fail('differs');
        }
      }),
    ),
  ];
}

function siteProperties(): Property[] {
  const host = fc.oneof(fc.domain(), fc.constantFrom('file', 'localhost', '[::1]', '例子.中国', ''), anyText);
  const pattern = fc.oneof(
    host,
    fc.tuple(host, anyText).map((parts) => parts.join('/')),
    fc.constant(`a.com/${'*a'.repeat(200)}`),
  );
  const url = fc.oneof(
    fc.webUrl(),
    anyText,
    fc.constantFrom('file:///a', 'about:blank', 'data:,x', `http://a.com/${'a'.repeat(2000)}`),
  );
  const list = fc.array(pattern, { maxLength: 5 });
  const sites: fc.Arbitrary<Sites> = fc.record({
    mode: fc.constantFrom('except', 'only'),
    except: list,
    allowed: list,
    only: list,
    barred: list,
    snoozed: fc.dictionary(pattern, fc.nat()),
  });
  return [
    own(
      'site rules of any kind are applied to any address',
      fc.property(sites, url, pattern, fc.nat(), fc.boolean(), (rules, page, one, now, on) => {
        siteOf(page);
        fit(one, page);
        offReason(page, rules, now);
        snoozedUntil(page, rules, now);
        withSite(rules, one, on);
      }),
    ),
    own(
      'a pattern that was accepted stays acceptable in its one spelling',
      fc.property(pattern, (typed) => {
        if (patternError(typed)) return;
        const tidy = tidyPattern(typed);
        if (tidyPattern(tidy) !== tidy) fail(`${typed} → ${tidy} → ${tidyPattern(tidy)}`);
      }),
    ),
    own(
      'a site that was switched is switched',
      fc.property(sites, fc.domain(), fc.boolean(), (rules, site, on) => {
        const next = withSite(rules, site, on);
        const clean = { ...next, snoozed: {} };
        if ((offReason(`http://${site}/`, clean, 0) === undefined) !== on) fail(`${site} is not ${on}`);
      }),
    ),
  ];
}

function glossaryProperties(): Property[] {
  const files = readEntryFiles();
  const scanner = createScanner(compileForms(files), [{ id: 'own-1', forms: ['𝔄', 'ßx'], gloss: '', edited: 0 }]);
  const names = entryNames(files);
  const search = createSearch(names, cueFold(traditionalPairs(new Set(JSON.stringify(names)))));
  const words = JSON.stringify(names).match(/[\p{L}\p{N}-]{2,}/gu) ?? [];
  const piece = fc.oneof(
    { arbitrary: fc.constantFrom(...words), weight: 6 },
    { arbitrary: fc.constantFrom(' ', '，', '\n', '-', '\u200b', 'é'.normalize('NFD'), 's', '的'), weight: 4 },
    { arbitrary: anyText, weight: 1 },
  );
  const document = fc.array(
    fc.array(piece, { maxLength: 40, size: 'max' }).map((pieces) => pieces.join('')),
    { maxLength: 6, size: 'max' },
  );
  return [
    own(
      'any document is read: matches in order, inside the text, and forgotten without a trace',
      fc.property(document, (blocks) => {
        const evidence = createEvidence();
        const readings = blocks.map((text) => scanner.read(text));
        for (const reading of readings) evidence.add(reading);
        for (const [at, text] of blocks.entries()) {
          let end = 0;
          for (const { from, to } of decide(text, readings[at]!, evidence)) {
            if (from < end || to <= from || to > text.length) fail(`${from} to ${to} after ${end} of ${text.length}`);
            end = to;
          }
        }
        for (const reading of readings) evidence.remove(reading);
        if (evidence.entries.length > 0) fail('evidence left over');
      }),
    ),
    own(
      'any query is answered',
      fc.property(
        fc.oneof(
          anyText,
          fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join('')),
        ),
        (query) => {
          search(query, {}, 20);
        },
      ),
      20,
    ),
  ];
}
