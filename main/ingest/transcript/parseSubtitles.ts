import type { RawTranscript, RawWord } from './rawWord';
import { speakerTurns } from './speakerTurns';
import { spreadWords } from './spreadWords';
import { unreadable } from './unreadable';

interface Cue {
  start: number;
  end: number;
  text: string;
  speaker?: string;
}

const TIMES = /^\s*(\S+)\s+-->\s+(\S+)(?:\s.*)?$/u;
const CLOCK = /^(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[,.](\d{1,3})$/u;

/**
 * SubRip and WebVTT, read alike: blocks between blank lines whose times stand in the first or second line. An own
 * reader, since the npm ones are unmaintained and give neither voices nor the line of a mistake.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`
 */
export function parseSubtitles(text: string, format: 'srt' | 'vtt'): RawTranscript {
  if (format === 'vtt' && !/^WEBVTT(?:[ \t\n]|$)/u.test(text)) throw unreadable('line 1: expected WEBVTT.');
  const cues = readCues(text, format).sort((a, b) => a.start - b.start);
  if (cues.length === 0) throw unreadable('it has no subtitles.');
  const language =
    format === 'vtt' ? /^Language:[ \t]*([A-Za-z0-9-]{2,35})[ \t]*$/mu.exec(head(text))?.[1] : undefined;
  return { language: language ?? 'und', words: wordsOf(named(cues)) };
}

const head = (text: string) => text.slice(0, text.indexOf('\n\n') >>> 0);

function readCues(text: string, format: 'srt' | 'vtt'): Cue[] {
  const cues: Cue[] = [];
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const times = TIMES.exec(lines[i] ?? '');
    if (!times) continue;
    const number = i + 1;
    const [start, end] = [seconds(times[1] ?? '', number), seconds(times[2] ?? '', number)];
    if (end < start) throw unreadable(`line ${number}: the subtitle ends before it starts.`);
    const said: string[] = [];
    while (i + 1 < lines.length && lines[i + 1]?.trim() !== '' && !isNextCue(lines, i + 1)) {
      i++;
      said.push(lines[i] ?? '');
    }
    const block = said.join('\n');
    cues.push(...(format === 'vtt' ? voices(block, start, end) : [{ start, end, text: plainSrt(block) }]));
  }
  return cues;
}

/** A cue whose blank line was forgotten: times, or a number with times behind it. */
const isNextCue = (lines: readonly string[], i: number): boolean =>
  TIMES.test(lines[i] ?? '') || (/^\s*\d+\s*$/u.test(lines[i] ?? '') && TIMES.test(lines[i + 1] ?? ''));

function seconds(clock: string, line: number): number {
  const match = CLOCK.exec(clock);
  if (!match) throw unreadable(`line ${line}: expected times such as 00:01:02.345.`);
  const [, hours = '0', minutes = '', whole = '', fraction = ''] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(`0.${fraction}`);
}

const plainSrt = (text: string) =>
  text.replace(/<\/?(?:b|i|u|s|font)\b[^>]{0,200}>|\{\\[^}]{0,200}\}/giu, '');

/** The voice spans of a WebVTT cue, the time shared among them by their length. */
function voices(block: string, start: number, end: number): Cue[] {
  const parts = block.split(/<v(?:\.[^\s>.]{1,50}){0,9}[ \t]{1,9}([^>]{0,200})>/u);
  const spoken: { text: string; speaker?: string }[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const text = plainVtt(parts[i] ?? '');
    const speaker = i === 0 ? '' : unescapeVtt(parts[i - 1] ?? '').trim();
    if (text.trim() !== '') spoken.push(speaker === '' ? { text } : { text, speaker });
  }
  const total = spoken.reduce((sum, { text }) => sum + text.length, 0);
  let passed = 0;
  return spoken.map((part) => {
    const from = start + ((end - start) * passed) / total;
    passed += part.text.length;
    return { ...part, start: from, end: start + ((end - start) * passed) / total };
  });
}

const plainVtt = (text: string) => unescapeVtt(text.replace(/<[^>]{0,300}>/gu, ''));

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '',
  rlm: '',
  quot: '"',
};

function unescapeVtt(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/giu,
    (all: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? all;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** Where no cue has a voice, consistent `NAME: text` prefixes are the speakers. */
function named(cues: readonly Cue[]): Cue[] {
  if (cues.some(({ speaker }) => speaker !== undefined)) return [...cues];
  const turns = speakerTurns(cues.map(({ text }) => text.trim()));
  return cues.map((cue, i) => ({ ...cue, ...turns[i] }));
}

const wordsOf = (cues: readonly Cue[]): RawWord[] =>
  cues.flatMap(({ text, start, end, speaker }) =>
    spreadWords(text, start, end).map((word) => ({ ...word, speaker })),
  );
