import { Unreadable } from '../Unreadable';
import type { Reading } from './Reading';
import { utf8 } from './utf8';

/** One subtitle as it stands in a file: milliseconds, and its lines. */
interface Cue {
  start: number;
  end: number;
  lines: string[];
}

const times = (separator: string) => {
  const clock = String.raw`(\d\d+):([0-5]\d):([0-5]\d)${separator}(\d{3})`;
  return new RegExp(`^${clock} --> ${clock}$`, 'u');
};
const SRT_TIMES = times(',');
const VTT_TIMES = times(String.raw`\.`);

/**
 * Reads SubRip, strictly: each subtitle has its number, its times and its lines. All of them are one block, since the
 * breaks between them are not part of what is said.
 * @throws {Unreadable} when a line is anything else.
 */
export function readSrt(bytes: Uint8Array): Reading {
  const text = utf8(bytes);
  if (text === '') return { blocks: [''], besides: [] };
  const cues = blocksOf(text).map((lines, i) => {
    must(lines[0] === String(i + 1));
    return cueOf(lines.slice(1), SRT_TIMES);
  });
  inOrder(cues);
  return { blocks: [cues.flatMap(({ lines }) => lines).join('\n')], besides: [] };
}

const VOICE = /^<v ([^<>]*)>/u;

/**
 * Reads WebVTT, strictly: the header, then subtitles of times, one voice and text, without settings, notes, styles or other
 * tags. Subtitles in a row with one voice are one block: the voice, a line end, what it says.
 * @throws {Unreadable} when a line is anything else.
 */
export function readVtt(bytes: Uint8Array): Reading {
  const text = utf8(bytes);
  if (text === 'WEBVTT\n') return { blocks: [], besides: [] };
  must(text.startsWith('WEBVTT\n\n'));
  const cues = blocksOf(text.slice('WEBVTT\n\n'.length)).map((lines) => cueOf(lines, VTT_TIMES));
  inOrder(cues);
  const blocks: string[] = [];
  const again: string[] = [];
  let before: string | undefined;
  for (const { lines } of cues) {
    const payload = lines.join('\n');
    const voice = VOICE.exec(payload);
    const said = resolved(payload.slice(voice?.[0].length ?? 0));
    const name = resolved(voice?.[1] ?? '');
    if (blocks.length > 0 && name === before) {
      blocks.push(`${blocks.pop() ?? ''}\n${said}`);
      again.push(name);
    } else blocks.push(`${name}\n${said}`);
    before = name;
  }
  return { blocks, besides: [], again };
}

const blocksOf = (text: string): string[][] => {
  must(text.endsWith('\n') && !text.endsWith('\n\n'));
  return text
    .slice(0, -1)
    .split('\n\n')
    .map((block) => block.split('\n'));
};

function cueOf([times = '', ...lines]: string[], pattern: RegExp): Cue {
  const parts = pattern.exec(times)?.slice(1).map(Number);
  must(parts !== undefined && lines.length > 0);
  const milliseconds = ([h = 0, m = 0, s = 0, ms = 0]: number[]) => ((h * 60 + m) * 60 + s) * 1000 + ms;
  return { start: milliseconds(parts.slice(0, 4)), end: milliseconds(parts.slice(4)), lines };
}

/** Requires that subtitles do not overlap, since players show those that do in an order of their own. */
function inOrder(cues: readonly Cue[]): void {
  for (const [i, { start, end }] of cues.entries()) must(start < end && start >= (cues[i - 1]?.end ?? 0));
}

const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

function resolved(text: string): string {
  must(!/[<>]/u.test(text));
  return text.replace(/&[^\s;&]*;?/gu, (reference) => {
    const sign = REFERENCES[reference];
    must(sign !== undefined);
    return sign;
  });
}

function must(holds: boolean): asserts holds {
  if (!holds) throw new Unreadable('a line of it is no part of a subtitle');
}
