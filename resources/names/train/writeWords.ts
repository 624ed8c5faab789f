import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEnglish } from './makeEnglish';
import { makePlaces } from './makePlaces';

/** Writes what packages know of English words and of the places of the world; it needs no labelled text. */
export function writeWords(folder: string): void {
  const { places, phrases } = makePlaces();
  writeFileSync(join(folder, 'english.bin'), makeEnglish().toBytes());
  writeFileSync(join(folder, 'places.bin'), places.toBytes());
  writeFileSync(join(folder, 'phrases.json'), `${JSON.stringify(phrases, null, 1)}\n`);
}
