import { t } from '../../shared/messages/messages';
import type { LeakPlace, LeakPlaceKind } from '../../shared/model/leakPlace';
import { LIKENESS } from '../../shared/model/likeness';
import { clock } from '../../shared/text/clock';

const WHERE: Readonly<Record<LeakPlaceKind, () => string>> = {
  words: () => t('in the transcript'),
  label: () => t('in the label of a speaker, who begins here'),
  heading: () => t('in the heading of a chapter, which begins here'),
  title: () => '--title',
  introduction: () => '--intro',
  description: () => t('in a description for readers, which stands here first'),
  marker: () => t('marker --word, the word in all markers'),
  folder: () => t('--out, the name of the folder'),
};

/**
 * Returns lines about the places of a refusal, each with its time, and how to decide about them. No line says what
 * stands there.
 */
export function describePlaces(places: readonly LeakPlace[]): string[] {
  const lines = places.map(({ kind, time, position, likeness, chapter }) => {
    const begin = time ?? position;
    const at = begin === undefined ? '' : clock(begin);
    const where =
      chapter === undefined ? WHERE[kind]() : t('in the heading of chapter {chapter}', { chapter });
    return `${at.padStart(8)}  ${where}: ${LIKENESS[likeness].that}`;
  });
  const decided = places.some(
    ({ kind, time, position }) => kind === 'words' && (time ?? position) !== undefined,
  );
  const listed = places.some(({ kind }) => ['words', 'label', 'heading', 'description'].includes(kind));
  return [
    ...lines,
    ...(listed ? [t('suggest --left lists what they say.')] : []),
    ...(places.some(({ kind }) => kind === 'heading')
      ? [t('chapters --change N --text - writes a heading anew, chapters --remove N removes it.')]
      : []),
    ...(decided
      ? [
          t(
            'mark --text "Words" --at TIME withholds them there, mark --keep "Words" --at TIME keeps them there, and without --at it is for all places.',
          ),
        ]
      : []),
  ];
}
