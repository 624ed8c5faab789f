import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { nameKnowledge } from '../../main/detect/nameKnowledge';
import { PcmMask } from '../../main/export/sound/mask/PcmMask';
import { runEncoder } from '../../main/export/runEncoder';
import { mp4Muxer, pcmInput, soundCodec } from '../../main/export/sound/soundCodec';
import { ExportedFile } from '../../main/verify/ExportedFile';
import { isHeardAgain } from '../../main/verify/hearing/heardAgain';
import { hearPlaces } from '../../main/verify/hearing/hearPlaces';
import { aroundSpans, hearingWindows } from '../../main/verify/hearing/hearingWindows';
import { appRoot } from '../../main/system/appRoot';
import { runTool } from '../../main/system/runTool';
import { findRecogniser } from '../../main/transcribe/findRecogniser';
import type { AudioFormat, Blur } from '../../shared/model/formats';
import { emptyDocument, type ProjectDocument } from '../../shared/document/document';
import { mergeSpans } from '../../shared/plan/boundaries';
import type { Entity, EntityType, Span } from '../../shared/model/entity';
import { LeakFinder } from '../../shared/leaks/LeakFinder';
import { foldPhrase } from '../../shared/text/matching';
import type { OpenRecogniser } from '../../shared/model/Recogniser';
import type { Bench } from './Bench';
import type { Row } from './Row';

const FOLDERS = [
  join(appRoot(), 'tests', 'fixtures', 'interviews'),
  join(appRoot(), '..', 'shared', 'demo-model', 'interviews'),
];
/** The first was looked at when the rule was made; the others only measure it. The last is not in every checkout. */
const INTERVIEWS = [
  { file: 'trial-5min.opus', tuned: true },
  { file: 'short-40s.flac', tuned: false },
  { file: 'phone-call-2min.opus', tuned: false },
  { file: 'gathering-12min.opus', tuned: false },
];
const EXPORTS: readonly { format: AudioFormat; blur: Blur }[] = [
  { format: 'opus', blur: 'noise' },
  { format: 'm4a', blur: 'tone' },
  { format: 'mp3', blur: 'silence' },
];
/** Most masks of each kind. */
const MASKS = 200;
const RATE = 48_000;
/** Seconds that a mask reaches beyond the words on each side. */
const PAD = 0.15;
/** Seconds between a name and the mask that is set beside it. */
const BESIDE = 0.02;
/** Most seconds between the recogniser's times of a name and the synthesiser's. */
const NEAR = 0.4;

interface TrueMention extends Span {
  id: string;
  type: EntityType;
  text: string;
}

interface Tally {
  honest: number;
  refused: number;
  /** Number of honest masks that the first hearing alone would have refused. */
  refusedOnce: number;
  beside: number;
  known: number;
  caught: number;
}

/**
 * Measures how the hearing of exports judges masks whose truth is known: masks over a name, as they should be, and
 * masks beside a name, which leave it audible. It counts and takes no times, so it may run on a busy machine.
 */
export const hearing: Bench = async ({ folder, say }) => {
  const rows: Row[] = [];
  for (const tuned of [true, false]) {
    const tally: Tally = { honest: 0, refused: 0, refusedOnce: 0, beside: 0, known: 0, caught: 0 };
    for (const interview of INTERVIEWS.filter((one) => one.tuned === tuned)) {
      const path = FOLDERS.map((one) => join(one, interview.file)).find(existsSync);
      if (path) await judgeInterview(path, folder, tally, say);
    }
    rows.push(...rowsOf(tally, tuned ? 'tuned on' : 'measured'));
  }
  return rows;
};

async function judgeInterview(
  path: string,
  folder: string,
  tally: Tally,
  say: (line: string) => void,
): Promise<void> {
  const mentions = mentionsOf(path);
  const document = documentOf(mentions);
  const finder = LeakFinder.of(document, nameKnowledge);
  const found = await findRecogniser(document, 'demo');
  if (!found) throw new Error('the demo model is missing');
  const { open } = found;
  const source = await samplesOf(path);
  const duration = source.length / RATE;
  const within = ({ from, to }: Span) => ({ from: Math.max(0, from), to: Math.min(duration, to) });
  const over = ({ from, to }: Span) => within({ from: from - PAD, to: to + PAD });
  const behind = ({ from, to }: Span) => within({ from: to + BESIDE, to: to + BESIDE + to - from + 2 * PAD });
  const before = ({ from, to }: Span) =>
    within({ from: from - BESIDE - (to - from) - 2 * PAD, to: from - BESIDE });

  for (const { format, blur } of EXPORTS) {
    const judge = async (spans: readonly Span[]) => {
      const file = join(folder, `hearing.${format}`);
      await encode(masked(source, spans, blur), format, file);
      return hearOnceAndAgain(file, mergeSpans(spans, 0), duration, finder, open);
    };
    if (tally.honest < MASKS) {
      const { once, again } = await judge(mentions.map(over));
      const at = (places: readonly Span[]) =>
        mentions.filter((one) => places.some((place) => isNear(over(one), place))).length;
      tally.honest += mentions.length;
      tally.refused += at(again);
      tally.refusedOnce += at(once);
    }
    for (const [aside, rest] of [
      [behind, 0],
      [before, 1],
    ] as const) {
      if (tally.beside >= MASKS) break;
      // One mask in three is set beside its name, so that most names have masked neighbours as in an export.
      const isBeside = (i: number) => i % 3 === rest;
      const { once, again } = await judge(
        mentions.map((one, i) => (isBeside(i) ? aside(one) : over(one))).filter(({ from, to }) => from < to),
      );
      for (const one of mentions.filter((_, i) => isBeside(i))) {
        tally.beside++;
        if (!once.some((place) => isNear(one, place))) continue;
        tally.known++;
        if (again.some((place) => isNear(one, place))) tally.caught++;
      }
    }
    const { honest, refused, beside, known, caught } = tally;
    say(
      `${format}, ${blur}: ${refused} of ${honest} refused; ${caught} of ${known} caught (${beside} beside)`,
    );
  }
}

const isNear = (one: Span, place: Span) => one.from < place.to + NEAR && place.from < one.to + NEAR;

/** Finds where something withheld is heard at first, and where it is heard again. */
async function hearOnceAndAgain(
  path: string,
  spans: readonly Span[],
  duration: number,
  finder: LeakFinder,
  open: OpenRecogniser,
): Promise<{ once: Span[]; again: Span[] }> {
  const once: Span[] = [];
  const windows = hearingWindows(aroundSpans(spans, duration), spans);
  const file = new ExportedFile(path);
  const { places } = await hearPlaces(windows, open, { file, spans, masked: true, finder }, (...place) => {
    once.push(place[2]);
    return isHeardAgain(...place);
  });
  return { once, again: places };
}

function rowsOf({ honest, refused, refusedOnce, beside, known, caught }: Tally, how: string): Row[] {
  return [
    {
      what: `honest masks refused, ${how}`,
      value: `${refused} of ${honest}`,
      goal: { value: refused, most: 0, unit: '' },
      beside: `${refusedOnce} by the first hearing alone`,
    },
    {
      what: `names beside a mask not caught, ${how}`,
      value: `${known - caught} of ${known}`,
      goal: { value: (known - caught) / Math.max(1, known), most: 0.1, unit: ' of them' },
      beside: `the first hearing knew ${known} of ${beside}`,
    },
  ];
}

interface Truth {
  words: { text: string; start: number; end: number; sentence: number; entity: TrueEntity | null }[];
}
type TrueEntity = { id: string; type: EntityType };

/** Finds the runs of words of one entity. */
function mentionsOf(path: string): TrueMention[] {
  const { words } = JSON.parse(readFileSync(path.replace(/\.\w+$/u, '.truth.json'), 'utf8')) as Truth;
  const mentions: TrueMention[] = [];
  let before: string | null = null;
  for (const { text, start, end, sentence, entity } of words) {
    const run: string | null = entity && `${entity.id} ${sentence}`;
    const last = mentions.at(-1);
    if (last && run === before && run !== null) {
      last.text += ` ${text}`;
      last.to = end;
    } else if (entity) mentions.push({ ...entity, text, from: start, to: end });
    before = run;
  }
  return mentions;
}

function documentOf(mentions: readonly TrueMention[]): ProjectDocument {
  const entities = new Map<string, Entity>();
  for (const { id, type, text } of mentions) {
    const forms = [text, ...(type === 'person' ? text.split(' ') : [])].map((form) =>
      foldPhrase(form).join(' '),
    );
    const known = entities.get(id) ?? {
      id,
      type,
      name: forms[0] ?? '',
      aliases: [],
      decision: 'withhold' as const,
    };
    entities.set(id, { ...known, aliases: [...new Set([...known.aliases, ...forms])] });
  }
  return { ...emptyDocument(), entities: [...entities.values()] };
}

async function samplesOf(path: string): Promise<Float32Array> {
  const tool = runTool('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-i', path, '-map', '0:a:0', '-ac', '1', '-ar', String(RATE)],
    ...['-f', 'f32le', 'pipe:1'],
  ]);
  tool.stdin.end();
  const chunks: Buffer[] = [];
  for await (const chunk of tool.stdout) chunks.push(chunk as Buffer);
  return new Float32Array(new Uint8Array(Buffer.concat(chunks)).buffer);
}

function masked(source: Float32Array, spans: readonly Span[], blur: Blur): Buffer {
  const mask = new PcmMask({ rate: RATE, channels: 1, spans, blur });
  return mask.push(Buffer.from(source.slice().buffer));
}

async function encode(samples: Buffer, format: AudioFormat, path: string): Promise<void> {
  const shape = { rate: RATE, channels: 1, layout: 'mono' };
  const track = { ...shape, codec: 'flac', sampleRate: RATE, bitDepth: 16, float: false };
  const codec = soundCodec(format, shape, track);
  const muxer = format === 'm4a' ? mp4Muxer('ipod', RATE) : ['-f', format];
  await runEncoder([...pcmInput(shape, 0), ...codec.args], muxer, path, [
    { fd: 0, stages: [Readable.from([samples])] },
  ]);
}
