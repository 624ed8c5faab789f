import type { Span } from '../../../shared/model/entity';
import type { NativeResult } from '../native/nativeEvents';
import { joinTokens, type SpokenWord } from './joinTokens';
import { placeWords } from './placeWords';
import { tidyTimes } from './tidyTimes';
import { secondsOf } from '../../../shared/model/spans';

/**
 * Joins what was heard in a window to words on the recording's timeline.
 * @param language in which the words are joined.
 * @param parts of the recording (seconds) that were sent, one after the other.
 */
export function spokenWords(
  { segments }: Pick<NativeResult, 'segments'>,
  language: string,
  parts: readonly Span[],
): SpokenWord[] {
  const length = secondsOf(parts);
  return placeWords(tidyTimes(joinTokens(segments, language), length), parts);
}
