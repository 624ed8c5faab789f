import { StateEffect, StateField, type Range, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { ProjectDocument } from '../../../shared/project/document';
import { entityNamed } from '../../../shared/redaction/entityNamed';
import { formatMarker } from '../../../shared/redaction/marker';
import type { Word } from '../../../shared/transcript/word';
import { clock } from '../../ui/clock';
import type { Tokens } from './tokens';

/** What speakers are called on the screen, by id: a withheld name is a marker, unless it is looked at for a moment. */
export function speakerLabels(
  { speakers, entities, markerWord }: ProjectDocument,
  peek: boolean,
): Map<string, string> {
  const withheld = entities.filter(({ decision }) => decision === 'withhold');
  return new Map(
    speakers.map(({ id, name }) => {
      const entity = peek ? undefined : entityNamed(withheld, name);
      return [id, entity ? formatMarker(markerWord) : name];
    }),
  );
}

/** Who speaks and when, at the head of each line: attributes that the style sheet shows. */
export function labelLines(
  text: Text,
  { lineFirst }: Tokens,
  words: readonly Word[],
  labels: ReadonlyMap<string, string>,
): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  let at = 0;
  let before: string | undefined;
  for (let line = 0; line < text.lines; line++) {
    const first = lineFirst[line] ?? 0;
    const word = first < (lineFirst[line + 1] ?? 0) ? words[first] : undefined;
    if (word) {
      const attributes: Record<string, string> = {};
      if (word.start !== null) attributes['data-time'] = clock(word.start);
      const label = word.speaker === undefined ? undefined : labels.get(word.speaker);
      if (label !== undefined && word.speaker !== before) attributes['data-speaker'] = label;
      before = word.speaker;
      ranges.push(Decoration.line({ attributes }).range(at));
    }
    at += text.line(line + 1).length + 1;
  }
  return Decoration.set(ranges);
}

export const setLineLabels = StateEffect.define<DecorationSet>();

export const lineLabels = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let current = value.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setLineLabels)) current = effect.value;
    return current;
  },
  provide: (field) => EditorView.decorations.from(field),
});
