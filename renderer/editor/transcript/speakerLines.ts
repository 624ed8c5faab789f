import type { Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import { t } from '../../../shared/messages/messages';
import type { ProjectDocument } from '../../../shared/document/document';
import { withheldNamesOf } from '../../../shared/leaks/EntityNames';
import { formatMarker } from '../../../shared/model/marker';
import { directionOf } from '../../../shared/text/directionOf';
import { clock } from '../../../shared/text/clock';
import { attributionOf, type Speaker, type Word } from '../../../shared/model/word';
import type { Written } from './decorations';

const shown = new WeakMap<readonly Speaker[], ReadonlyMap<string, string>>();

/**
 * Returns the labels of speakers as the screen shows them, by id. A label with any word of a withheld name is a marker,
 * unless it is looked at for a moment. Published labels keep everyday words, which are no names. The labels are the same
 * object as long as they say the same, since every mark asks for them and few change one.
 */
export function speakerLabels(
  { speakers, entities, markerWord }: ProjectDocument,
  peek: boolean,
): ReadonlyMap<string, string> {
  const withheld = withheldNamesOf(entities);
  const labels = new Map(
    speakers.map(({ id, name }) => [id, !peek && withheld.hasWordIn(name) ? formatMarker(markerWord) : name]),
  );
  const before = shown.get(speakers);
  if (before && [...labels].every(([id, label]) => before.get(id) === label)) return before;
  shown.set(speakers, labels);
  return labels;
}

/** Number of colours for speakers, which is that of the keys for them. */
const VOICE_COLOURS = 9;

/** Gives each line its speaker and its beginning, in attributes that the style sheet shows. */
export function labelLines(
  { text, tokens: { lineFirst }, words }: Written,
  labels: ReadonlyMap<string, string>,
): Range<Decoration>[] {
  const ranges: Range<Decoration>[] = [];
  let at = 0;
  let before: Word | undefined;
  const numbers = new Map([...labels.keys()].map((id, i) => [id, (i % VOICE_COLOURS) + 1]));
  // These are looked up once for all lines, of which there may be thousands.
  const nobody = t('no speaker');
  const [unsure, proposed] = [t('proposed, unsure'), t('proposed')];
  const howKnown = (word: Word) => (word.unsure ? unsure : word.proposed ? proposed : null);
  const isTold = words.some(({ speaker }) => speaker !== undefined);
  for (let line = 0; line < text.lines; line++) {
    const first = lineFirst[line] ?? 0;
    const word = first < (lineFirst[line + 1] ?? 0) ? words[first] : undefined;
    if (word) {
      const attributes: Record<string, string> = {};
      if (word.start !== null) attributes['data-time'] = clock(word.start);
      const label = word.speaker === undefined ? isTold && nobody : labels.get(word.speaker);
      if (typeof label === 'string' && !isSaidAlike(word, before)) {
        const how = howKnown(word);
        attributes['data-speaker'] = how === null ? label : `${label} · ${how}`;
      }
      if (word.speaker !== undefined) attributes['data-voice'] = `${numbers.get(word.speaker) ?? 1}`;
      else if (isTold) attributes['data-voice'] = 'nobody';
      before = word;
      const direction = directionOf(text.line(line + 1).text);
      if (direction === 'rtl') attributes.dir = direction;
      ranges.push(Decoration.line({ attributes }).range(at));
    }
    at += text.line(line + 1).length + 1;
  }
  return ranges;
}

const isSaidAlike = (word: Word, before: Word | undefined): boolean =>
  before !== undefined && JSON.stringify(attributionOf(word)) === JSON.stringify(attributionOf(before));
