import { t } from '../../../shared/messages/messages';
import { splitWords, type SplitWord } from '../../../shared/text/splitWords';
import { noteOf } from './noteOf';
import type { RawTranscript, RawWord } from './rawWord';
import { readCues, type RawCue } from './readCues';
import { readLanguage } from './readLanguage';
import { readMarkup } from './readMarkup';
import { skipRepeats, type ReadCue } from './skipRepeats';
import { speakerTurns, type TurnLine } from './speakerTurns';
import { spreadWords, type Stretch } from './spreadWords';
import { unreadable } from './unreadable';

/**
 * Reads SubRip and WebVTT alike. It is a reader of our own: the libraries that were tried lose what stands behind an
 * empty line within a subtitle, or take times they cannot read for text, and say nothing.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`
 */
export function parseSubtitles(text: string, format: 'srt' | 'vtt'): RawTranscript {
  const head = /^WEBVTT(?:[ \t\n]|$)/u.test(text);
  if (format === 'vtt' && !head) throw unreadable(t('line 1: expected WEBVTT.'));
  const lines = text.split('\n');
  const { cues: raw, comments } = readCues(lines, head ? 'vtt' : 'srt');
  if (raw.length === 0) throw unreadable(t('it has no subtitles.'));
  const cues = raw.map((cue, i): ReadCue => ({
    ...timesOf(cue, raw[i - 1], raw[i + 1]),
    precision: cue.precision,
    lines: readMarkup(cue.text).map((read) => ({ ...read, number: cue.line, skip: 0 })),
  }));
  const repeated = skipRepeats(cues);
  const empty = raw.filter(({ from, to, text: said }) => to === from && said.length > 0).length;
  const backward = raw.filter(({ from, to, text: said }) => to < from && said.length > 0).length;
  const negative = raw.filter((cue) => cue.negative && cue.text.length > 0).length;
  const { words, clocks } = wordsOf(cues);
  const language = head ? /^Language:[ \t]*([A-Za-z0-9-]{2,35})[ \t]*$/mu.exec(headOf(text))?.[1] : undefined;
  return {
    language: readLanguage(language),
    words,
    notes: [
      ...noteOf(repeated, (count) =>
        t(
          '{count, plural, one {Its captions roll up: # repeated line was read once.} other {Its captions roll up: # repeated lines were read once.}}',
          { count },
        ),
      ),
      ...noteOf(clocks, (count) =>
        t(
          '{count, plural, one {# time was left out that stood among what is said.} other {# times were left out that stood among what is said.}}',
          { count },
        ),
      ),
      ...noteOf(comments, (count) =>
        t('{count, plural, one {# remark was left out (NOTE).} other {# remarks were left out (NOTE).}}', {
          count,
        }),
      ),
      ...noteOf(empty, (count) =>
        t(
          '{count, plural, one {# subtitle had no length; how long it takes was guessed.} other {# subtitles had no length; how long they take was guessed.}}',
          { count },
        ),
      ),
      ...noteOf(backward, (count) =>
        t(
          '{count, plural, one {# subtitle ended before it began; when it is said was taken from those beside it.} other {# subtitles ended before they began; when they are said was taken from those beside them.}}',
          { count },
        ),
      ),
      ...noteOf(negative, (count) =>
        t(
          '{count, plural, one {# time before the recording begins was set to 0.} other {# times before the recording begins were set to 0.}}',
          { count },
        ),
      ),
    ],
  };
}

/** Most seconds of a subtitle without a known end. Its letters do not count: they may be withheld. */
const LONGEST_CUE_SECONDS = 10;
/** Seconds; times that are rounded by more only tell a stretch in which something is said. */
const EXACT_SECONDS = 0.05;

const nextBehind = (from: number, next = Infinity): number =>
  next > from ? Math.min(next, from + LONGEST_CUE_SECONDS) : from + LONGEST_CUE_SECONDS;

/**
 * Returns when a subtitle is said. One that ends before it begins has its times the wrong way round, or one of them is
 * wrong: the one that does not lie between those beside it.
 */
function timesOf({ from, to, line }: RawCue, before: RawCue | undefined, next: RawCue | undefined): Stretch {
  if (to > from) return { from, to };
  // Whatever is said takes time, so it lasts until the next one.
  if (to === from) return { from, to: nextBehind(from, next?.from) };
  const [earliest, latest] = [before?.from ?? 0, next?.from ?? Infinity];
  const [isFrom, isTo] = [from, to].map((time) => time >= earliest && time <= latest);
  if (isFrom && isTo) return { from: to, to: from };
  if (isFrom) return { from, to: nextBehind(from, latest) };
  if (isTo) return { from: Math.max(earliest, to - LONGEST_CUE_SECONDS), to: Math.max(to, earliest + 0.01) };
  throw unreadable(t('line {line}: the subtitle ends before it starts.', { line }));
}

const headOf = (text: string) => text.slice(0, text.indexOf('\n\n') >>> 0);

function wordsOf(cues: readonly ReadCue[]): { words: RawWord[]; clocks: number } {
  const voices = cues.some(({ lines }) =>
    lines.some((line) => line.voices.some(({ name }) => name !== undefined)),
  );
  const lines = cues.flatMap((cue) => cue.lines.map(({ text }, i) => ({ text, begins: i === 0 })));
  const turns = speakerTurns(lines, !voices);
  let next = 0;
  const words = cues.flatMap((cue) => {
    const own = turns.lines.slice(next, (next += cue.lines.length));
    return wordsOfCue(cue, own, voices);
  });
  return { words, clocks: turns.clocks };
}

interface CueWord extends SplitWord {
  speaker?: string | undefined;
  paragraph?: true;
  /** The last time in front of it (seconds), and true if a time stands within it. */
  from: number;
  cut: boolean;
}

/**
 * Returns the words of a subtitle. Where the file has one time for several words, or for two voices, each of them
 * remembers all of that time.
 */
function wordsOfCue(cue: ReadCue, turns: readonly TurnLine[], voices: boolean): RawWord[] {
  const all: CueWord[] = [];
  let from = cue.from;
  for (const [i, line] of cue.lines.entries()) {
    const turn = turns[i];
    let begins = turn?.turn ?? false;
    // Times that run backwards or leave the subtitle tell nothing.
    const times = line.times.filter(({ time }) => time >= cue.from && time <= cue.to);
    for (const word of splitWords(turn?.text ?? line.text)) {
      if (word.at < line.skip) continue;
      const end = word.at + word.text.length;
      from = Math.max(from, ...times.filter(({ at }) => at <= word.at).map(({ time }) => time));
      all.push({
        ...word,
        from,
        cut: times.some(({ at }) => at > word.at && at < end),
        speaker: voices ? line.voices.findLast(({ at }) => at <= word.at)?.name : turn?.speaker,
        ...(begins && { paragraph: true }),
      });
      begins = false;
    }
  }
  return groupsOf(all).flatMap((group, i, groups) => {
    const start = group[0]?.from ?? cue.from;
    const cut = group.some((word) => word.cut);
    const end = groups[i + (cut ? 2 : 1)]?.[0]?.from ?? cue.to;
    const stretch = { from: start, to: Math.max(end, start) };
    const own = { from: start, to: Math.max(groups[i + 1]?.[0]?.from ?? cue.to, start) };
    return spreadWords(group, own, rememberedOf(stretch, cue, group.length > 1 || cut)).map((word, k) => ({
      ...word,
      speaker: group[k]?.speaker,
      ...(group[k]?.paragraph && { paragraph: true }),
    }));
  });
}

function rememberedOf({ from, to }: Stretch, { precision }: ReadCue, guessed: boolean): Stretch | undefined {
  if (precision <= EXACT_SECONDS) return guessed ? { from, to } : undefined;
  // Times may have been rounded to the nearest, or cut off behind the point.
  return { from: Math.max(0, from - precision / 2), to: to + precision };
}

function groupsOf(words: readonly CueWord[]): CueWord[][] {
  const groups: CueWord[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    if (last?.[0]?.from === word.from) last.push(word);
    else groups.push([word]);
  }
  return groups;
}
