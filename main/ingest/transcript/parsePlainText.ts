import { t } from '../../../shared/messages/messages';
import { splitWords } from '../../../shared/text/splitWords';
import { noteOf } from './noteOf';
import { parseSubtitles } from './parseSubtitles';
import type { RawTranscript, RawWord } from './rawWord';
import { readTimes } from './readTimes';
import { refuseOtherKinds } from './refuseOtherKinds';
import { speakerTurns } from './speakerTurns';

/**
 * Reads plain text: paragraphs between blank lines, no times. Speakers are read where that is plainly meant. Subtitles
 * under another name, and the lines with times that Whisper programs print, are read as subtitles.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`, as `parseSubtitles` and `refuseOtherKinds`.
 */
export function parsePlainText(text: string): RawTranscript {
  if (isSubtitles(text)) return parseSubtitles(text, 'srt');
  refuseOtherKinds(text);
  const lines = text.split('\n');
  const filled = lines.flatMap((line, i) =>
    line.trim() === '' ? [] : [{ text: line, begins: i === 0 || (lines[i - 1] ?? '').trim() === '' }],
  );
  const { lines: turns, clocks } = speakerTurns(filled);
  const words: RawWord[] = [];
  let begins = true;
  for (const [i, { text: said, speaker, turn }] of turns.entries()) {
    begins ||= turn || (filled[i]?.begins ?? false);
    for (const { text: word, glued } of splitWords(said)) {
      words.push({
        text: word,
        start: null,
        end: null,
        speaker,
        ...(glued && { glued }),
        ...(begins && { paragraph: true as const }),
      });
      begins = false;
    }
  }
  return {
    language: 'und',
    words,
    notes: noteOf(clocks, (count) =>
      t(
        '{count, plural, one {# time was left out that stood beside what is said.} other {# times were left out that stood beside what is said.}}',
        { count },
      ),
    ),
  };
}

/** Tells whether a text is WebVTT, or its first line, or the one behind a number, has the times of a subtitle. */
function isSubtitles(text: string): boolean {
  if (/^WEBVTT(?:[ \t\n]|$)/u.test(text)) return true;
  const [first = '', second = ''] = text
    .slice(0, 1000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const times = /^\s*\d+\s*$/u.test(first) ? second : first;
  try {
    return readTimes(times, 1) !== null;
  } catch {
    return false;
  }
}
