import { useDeferredValue, useMemo } from 'react';
import type { Span } from '../../../shared/model/entity';
import { chaptersInOrder } from '../../../shared/plan/chaptersInOrder';
import { withheldMentions, withheldSpans } from '../../../shared/plan/RedactionPlan';
import { stretchesOf } from '../../session/speech';
import { useInterviewState } from '../../session/useInterview';
import { useAfterPaint } from '../../ui/useAfterPaint';
import { turnsOf, untranscribed, type Turn } from './lanes';

/** The contents of the strip of a whole recording; all in seconds. */
export interface RecordingLanes {
  duration: number;
  turns: readonly Turn[];
  withheld: readonly Span[];
  /** Number of marks that withhold words whose times are not known. */
  placeless: number;
  covered: readonly Span[];
  /** Seconds at which chapters begin. */
  chapters: readonly number[];
  /** Stretches without words. */
  missing: readonly Span[];
}

/** Gives what is known of the whole recording. It follows after the text has shown what a key did. */
export function useLanes(): RecordingLanes {
  const document = useDeferredValue(useAfterPaint(useInterviewState((state) => state.document)));
  const wordless = stretchesOf(document);
  const { words, speakers, entities, mentions, boundaries, media, covers, transcription } = document;
  const { chapters: headings } = document;
  const turns = useMemo(() => turnsOf(words, speakers), [words, speakers]);
  const withheld = useMemo(
    () => withheldSpans(document),
    // The text of words changes nothing here, while the document changes with every key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [entities, mentions, boundaries, media],
  );
  const placeless = useMemo(
    () => withheldMentions(document).filter(({ span }) => span === null).length,
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [entities, mentions],
  );
  const covered = useMemo(() => covers.map(({ keys, to }) => ({ from: keys[0]?.at ?? 0, to })), [covers]);
  const missing = useMemo(
    () => untranscribed({ words, transcription, media }, wordless),
    [words, transcription, media, wordless],
  );
  const chapters = useMemo(
    () => chaptersInOrder({ chapters: headings, words }).flatMap(({ at }) => words[at]?.start ?? []),
    [headings, words],
  );
  const duration = media?.duration ?? 0;
  return useMemo(
    () => ({ duration, turns, withheld, placeless, covered, chapters, missing }),
    [duration, turns, withheld, placeless, covered, chapters, missing],
  );
}
