import { readFileSync } from 'node:fs';
import { LABELS } from '../../../main/detect/tagger/CrfWeights';
import { piecesOf } from '../../../main/detect/tagger/pieces';

/** A word or sign of a sentence, with the index of its label. */
export interface Labelled {
  text: string;
  label: number;
  /** True when a name begins here. */
  begins: boolean;
}
export type Document = Labelled[][];

const TAGS: Readonly<Record<string, (typeof LABELS)[number]>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organisation',
};

/**
 * Reads `token TAB tag` with IOB2 tags PER, LOC and ORG, a blank line between sentences, and `# doc` between documents. A
 * token of several words gives each of them its tag.
 */
export function readConll(file: string): Document[] {
  const documents: Document[] = [[]];
  let sentence: Labelled[] = [];
  const endSentence = () => {
    if (sentence.length > 0) documents.at(-1)?.push(sentence);
    sentence = [];
  };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [token = '', tag] = line.split('\t');
    if (tag === undefined) {
      endSentence();
      if (line.startsWith('# doc')) documents.push([]);
      continue;
    }
    const label = tag === 'O' ? 0 : LABELS.indexOf(TAGS[tag.slice(2)] ?? 'other');
    for (const [i, { text }] of piecesOf(token).entries())
      sentence.push({ text, label, begins: label > 0 && tag.startsWith('B-') && i === 0 });
  }
  endSentence();
  return documents.filter((document) => document.length > 0);
}
