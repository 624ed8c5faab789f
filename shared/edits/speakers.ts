import type { Command, SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { attributed } from '../model/word';

/**
 * Says who speaks in words `first` up to and without `end`, which confirms it. A name that is known already is that speaker.
 * @returns null when nothing changes.
 */
export function assignSpeaker(
  document: ProjectDocument,
  first: number,
  end: number,
  name: string,
): Command | null {
  const wanted = name.trim();
  if (wanted === '') return null;
  const known = document.speakers.find((speaker) => speaker.name === wanted);
  const id = known?.id ?? `s${document.nextId}`;
  const words = document.words.slice(first, end);
  if (words.length === 0 || words.every(({ speaker, proposed }) => speaker === id && !proposed)) return null;
  const steps: SingleCommand[] = [
    {
      type: 'replaceWords',
      at: first,
      remove: words.length,
      words: words.map((word) => attributed(word, { speaker: id })),
    },
  ];
  if (!known) {
    steps.unshift(
      { type: 'setNextId', nextId: document.nextId + 1 },
      { type: 'putSpeaker', speaker: { id, name: wanted } },
    );
  }
  return { label: 'Assign speaker', steps };
}

/**
 * Gives a speaker another name everywhere. With the name of another one, the two become one.
 * @returns null when nothing changes.
 */
export function renameSpeaker(document: ProjectDocument, id: string, name: string): Command | null {
  const wanted = name.trim();
  const speaker = document.speakers.find((one) => one.id === id);
  if (!speaker || wanted === '' || speaker.name === wanted) return null;
  const other = document.speakers.find((one) => one.name === wanted);
  if (!other) {
    return { label: 'Rename speaker', steps: [{ type: 'putSpeaker', speaker: { id, name: wanted } }] };
  }
  const words = document.words.map((word) => (word.speaker === id ? { ...word, speaker: other.id } : word));
  return {
    label: 'Merge speakers',
    steps: [
      { type: 'replaceWords', at: 0, remove: words.length, words },
      { type: 'removeSpeaker', id },
    ],
  };
}
