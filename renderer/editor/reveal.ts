import { EditorView } from '@codemirror/view';
import type { ProjectDocument } from '../../shared/document/document';
import { indexWords } from '../../shared/plan/wordIndex';
import type { TranscriptBinding } from './transcript/TranscriptBinding';

/** Brings the first difference between two states of a document into view, so that a person sees what was undone. */
export function reveal(binding: TranscriptBinding, before: ProjectDocument, now: ProjectDocument): void {
  const at = firstChange(before, now);
  const position = at === null ? undefined : binding.agreed.starts[at];
  if (position === undefined) return;
  const { view } = binding;
  const [place, box] = [view.coordsAtPos(position), view.scrollDOM.getBoundingClientRect()];
  if (place && place.top >= box.top && place.bottom <= box.bottom) return;
  binding.looksElsewhere = true;
  view.dispatch({ effects: EditorView.scrollIntoView(position, { y: 'center' }) });
}

/** Finds the first word that differs, belongs to a mark or an identity that differs, or stands below such a heading. */
function firstChange(before: ProjectDocument, now: ProjectDocument): number | null {
  if (before.words !== now.words) {
    const at = now.words.findIndex((word, i) => word !== before.words[i]);
    return at < 0 ? now.words.length - 1 : at;
  }
  const chapters = changed(before.chapters, now.chapters);
  const below = [...before.chapters, ...now.chapters]
    .filter(({ id }) => chapters.has(id))
    .flatMap(({ wordId }) => wordId ?? []);
  const entities = changed(before.entities, now.entities);
  const mentions = changed(before.mentions, now.mentions);
  const wordIds = [...before.mentions, ...now.mentions]
    .filter(({ id, entityId }) => mentions.has(id) || entities.has(entityId))
    .flatMap((mention) => mention.wordIds);
  const { at } = indexWords(now.words);
  const places = [...below, ...wordIds].flatMap((id) => at.get(id) ?? []);
  return places.length === 0 ? null : places.reduce((a, b) => Math.min(a, b));
}

function changed<T extends { id: string }>(before: readonly T[], now: readonly T[]): Set<string> {
  const old = new Map(before.map((one) => [one.id, one]));
  const found = new Set(now.filter((one) => old.get(one.id) !== one).map(({ id }) => id));
  const left = new Set(now.map(({ id }) => id));
  for (const { id } of before) if (!left.has(id)) found.add(id);
  return found;
}
