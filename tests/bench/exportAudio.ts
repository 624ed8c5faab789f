import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { soundCodec } from '../../main/export/sound/soundCodec';
import type { Bench } from './Bench';
import { decideAll } from './decideAll';
import { exportRows, memoryRow, type Row } from './Row';
import type { Run } from './runProcess';
import { ffmpeg, INTERVIEW } from './sounds';
import { withheld } from './withheld';

/** Seconds. This is long enough that start-up and key derivation, which the whole command includes, do not decide. */
const LENGTH = 600;
/** Seconds of the longest interviews, and the most MiB of the app's own memory there. */
const LONG = 4 * 3600;
const MOST_MEMORY = 250;
const SOUND = { rate: 48_000, channels: 2, layout: 'stereo' };

/** Compares the export of a recording's masked sound with ffmpeg's bare decoding and encoding at the same settings. */
export const exportAudio: Bench = async ({ folder, rounds, large, say }) => {
  const { recording, project } = await makeInterview(folder, LENGTH, say);
  const track = { ...SOUND, codec: 'aac', sampleRate: SOUND.rate, bitDepth: null, float: true };
  const codec = soundCodec('m4a', SOUND, track).args;
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Exporting sound, round ${round} of ${rounds}`);
    const bare = join(folder, 'bare.m4a');
    theirs.push(await ffmpeg(['-i', recording, '-map', '0:a:0', ...codec, bare]));
    ours.push(await exported(folder, project));
    await rm(bare);
  }
  await rm(recording);
  await rm(project);

  return [
    ...exportRows(
      { what: 'audio export', than: 'ffmpeg decode+encode', verified: 'sound', most: 1.21, mostVerifying: 1 },
      { ours, theirs },
    ),
    memoryRow('audio export', ours, theirs),
    ...(large ? [await longExport(folder, say)] : []),
  ];
};

/** Measures export and verification of four hours. */
async function longExport(folder: string, say: (line: string) => void): Promise<Row> {
  const { recording, project } = await makeInterview(folder, LONG, say);
  await rm(recording);
  say(`Exporting ${LONG / 3600} hours of sound`);
  const run = await exported(folder, project);
  await rm(project);
  return memoryRow(`audio export and verification of ${LONG / 3600} hours`, [run], [], MOST_MEMORY);
}

async function exported(folder: string, project: string): Promise<Run> {
  const out = join(folder, 'out');
  const run = await withheld(['export', project, '--out', out, '--media', 'audio'], /^Verifying/mu);
  await rm(out, { recursive: true });
  return run;
}

/** Makes a recording of so many seconds, and its project with one second in every twenty withheld. */
async function makeInterview(folder: string, length: number, say: (line: string) => void) {
  const clip = join(folder, 'clip.m4a');
  const recording = join(folder, 'recording.m4a');
  const project = join(folder, 'export.withheld');
  say(`Making ${length / 60} minutes of sound`);
  await ffmpeg(['-i', INTERVIEW, '-map', '0:a', '-ac', '2', '-c:a', 'aac', '-b:a', '192k', clip]);
  await ffmpeg(['-stream_loop', '-1', '-i', clip, '-t', String(length), '-c', 'copy', recording]);
  await withheld(['new', project, '--media', recording]);
  await decideAll(folder, project, length);
  return { recording, project };
}
