/**
 * Writes `cyrillicPlaces.tsv`, the names of places in Russian and Kazakh, from packages that are not installed with the
 * app: `node --import tsx resources/names/train/collectPlaces.ts GEONAMES CLDR`. GEONAMES is the folder of the
 * translations of Debian's libgeonames-common (`usr/share/locale`), CLDR that of cldr-localenames-full (`main`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { PLACE_GROUPS, type PlaceGroup } from './cyrillicPlaces';

const [geonames = '', cldr = ''] = process.argv.slice(2);
const LANGUAGES = ['ru', 'kk'] as const;
/** Names with other letters, signs or numbers are no names that a text would have. */
const NAME = /^\p{Script=Cyrillic}[\p{Script=Cyrillic}’' -]+$/u;

const groups = new Map<string, PlaceGroup>();
const put = (name: string, group: PlaceGroup) => {
  // Names are packed with what they are told apart by: `Виргинские о-ва (США)`, `Шёнебек (Эльба)`.
  const plain = name
    .replace(/\s*\(.*\)/u, '')
    .replace(/о-ва(?=\s|$)/u, 'острова')
    .replace(/о-в(?=\s|$)/u, 'остров')
    .replaceAll(/\s*-\s*/gu, '-')
    .trim();
  if (NAME.test(plain) && groups.get(plain) !== 'region') groups.set(plain, group);
};

for (const language of LANGUAGES) {
  for (const [key, name] of readCatalogue(join(geonames, language, 'LC_MESSAGES', 'geonames.mo')))
    put(name, /^\d+$/u.test(key) ? 'town' : 'region');
  for (const name of readTerritories(language)) put(name, 'region');
}
const lines = PLACE_GROUPS.flatMap((group) =>
  [...groups]
    .filter(([, of]) => of === group)
    .map(([name]) => `${name}\t${group}`)
    .sort(),
);
writeFileSync(
  join(import.meta.dirname, 'cyrillicPlaces.tsv'),
  `# Names of places in Russian and Kazakh, made by collectPlaces.ts. Sources: GeoNames (CC BY 4.0), Unicode CLDR (Unicode License v3).\n${lines.join('\n')}\n`,
);

/**
 * Reads a catalogue of GNU gettext (its manual, "The Format of GNU MO Files"): a count and two tables of lengths and
 * offsets.
 */
function* readCatalogue(file: string): Generator<[string, string]> {
  const bytes = readFileSync(file);
  const textAt = (at: number) => {
    const [length, offset] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    return bytes.toString('utf8', offset, offset + length);
  };
  const [count, keys, texts] = [8, 12, 16].map((at) => bytes.readUInt32LE(at)) as [number, number, number];
  for (let i = 0; i < count; i++) {
    const key = textAt(keys + 8 * i);
    if (key !== '') yield [key, textAt(texts + 8 * i)];
  }
}

function readTerritories(language: string): string[] {
  const schema = z.object({
    main: z.record(
      z.string(),
      z.object({ localeDisplayNames: z.object({ territories: z.record(z.string(), z.string()) }) }),
    ),
  });
  const { main } = schema.parse(
    JSON.parse(readFileSync(join(cldr, language, 'territories.json'), 'utf8')) as unknown,
  );
  const territories = main[language]?.localeDisplayNames.territories ?? {};
  // The world is no name, and is written without a capital; the United Nations are no place.
  return Object.entries(territories)
    .filter(([code, name]) => !code.startsWith('UN') && /^\p{Lu}/u.test(name))
    .map(([, name]) => name);
}
