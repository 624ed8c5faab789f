import type { Command, SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { attributed, type Speaker, type Word } from '../model/word';
import { numberedSpeaker } from '../text/numberedSpeaker';

/** The number of the voice that says a word, and whether that is a guess. */
export interface ProposedVoice {
  voice: number;
  unsure: boolean;
}

/** Tells whether somebody gave or confirmed the speaker of a word. Such a speaker is never proposed anew. */
export const isGiven = ({ speaker, proposed }: Word): boolean => speaker !== undefined && !proposed;

/**
 * Proposes who says each word. Words whose speaker a person gave keep it. A voice gets the speaker that it is known to
 * be, or else the one for whom most of it was proposed before, so that a name which was given to a voice stays. Other
 * voices become `Speaker 1`, `Speaker 2` … Speakers that were proposed before and say nothing any more are removed.
 * @param voices by the ids of words; nothing is known of other words.
 * @param known ids of the speakers whose voices these are, because a person labelled lines of them.
 * @returns null when no word gets another speaker.
 */
export function proposeSpeakers(
  document: ProjectDocument,
  voices: ReadonlyMap<string, ProposedVoice>,
  known: ReadonlyMap<number, string> = new Map(),
): Command | null {
  const { ids, made, nextId } = speakersOf(document, voices, known);
  const words = document.words.map((word) => {
    if (isGiven(word)) return word;
    const proposal = voices.get(word.id);
    const speaker = proposal && ids.get(proposal.voice);
    return attributed(
      word,
      speaker === undefined
        ? {}
        : { speaker, proposed: true, ...(proposal?.unsure && { unsure: true as const }) },
    );
  });
  if (JSON.stringify(words) === JSON.stringify(document.words)) return null;
  const before = new Set(
    document.words.flatMap(({ proposed, speaker }) => (proposed ? (speaker ?? []) : [])),
  );
  const speaking = new Set(words.flatMap(({ speaker }) => speaker ?? []));
  const steps: SingleCommand[] = [
    { type: 'setNextId', nextId },
    ...made
      .filter(({ id }) => speaking.has(id))
      .map((speaker): SingleCommand => ({ type: 'putSpeaker', speaker })),
    { type: 'replaceWords', at: 0, remove: words.length, words },
    ...[...before]
      .filter((id) => !speaking.has(id))
      .map((id): SingleCommand => ({ type: 'removeSpeaker', id })),
  ];
  return { label: 'Propose speakers', steps };
}

function speakersOf(
  { words, speakers, language, nextId: first }: ProjectDocument,
  voices: ReadonlyMap<string, ProposedVoice>,
  known: ReadonlyMap<number, string>,
) {
  const ids = new Map(known);
  const taken = new Set(known.values());
  for (const { voice, id } of sameAsBefore(words, voices)) {
    if (ids.has(voice) || taken.has(id)) continue;
    ids.set(voice, id);
    taken.add(id);
  }
  const names = new Set(speakers.map(({ name }) => name));
  const made: Speaker[] = [];
  let nextId = first;
  let number = 1;
  for (const voice of new Set(words.flatMap(({ id }) => voices.get(id)?.voice ?? []))) {
    if (ids.has(voice)) continue;
    while (names.has(numberedSpeaker(language, number))) number++;
    const speaker = { id: `s${nextId++}`, name: numberedSpeaker(language, number++) };
    made.push(speaker);
    ids.set(voice, speaker.id);
  }
  return { ids, made, nextId };
}

/** Returns voices with the speakers for whom they were proposed before, those with most words in common first. */
function sameAsBefore(words: readonly Word[], voices: ReadonlyMap<string, ProposedVoice>) {
  const common = new Map<string, { voice: number; id: string; count: number }>();
  for (const { id: word, proposed, speaker: id } of words) {
    const voice = voices.get(word)?.voice;
    if (!proposed || id === undefined || voice === undefined) continue;
    const key = `${voice} ${id}`;
    common.set(key, { voice, id, count: (common.get(key)?.count ?? 0) + 1 });
  }
  return [...common.values()].sort((a, b) => b.count - a.count);
}
