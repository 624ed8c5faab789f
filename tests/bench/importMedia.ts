import { randomBytes } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_BYTES, SALT_BYTES } from '../../main/vault/deriveKey';
import { CHUNK_BYTES } from '../../main/vault/MediaStore';
import { openDatabase, startBuilding } from '../../main/vault/openDatabase';
import { createSchema } from '../../main/vault/schema';
import type { Bench } from './Bench';
import { memoryRow, ratioRow, spentRow, type Spent } from './Row';
import type { Run } from './runProcess';
import { ffmpeg } from './sounds';
import { withheld } from './withheld';

const GIB = 2 ** 30;
/** Most MiB of the app's own memory, as DESIGN.md promises. */
const MOST_MEMORY = 300;

/**
 * Compares the import of a camera recording with what SQLCipher alone needs to write as many bytes, by the vault's own
 * settings, until they are on the disk. Nothing that encrypts can be much faster. What ffmpeg needs for a bare remux and
 * an fsync of it is told beside that.
 */
export const importMedia: Bench = async ({ folder, rounds, large, say }) => {
  const clip = join(folder, 'clip.mp4');
  say('Making a camera recording');
  await makeClip(clip);
  const rows = await compare(folder, clip, GIB, rounds, say);
  return large ? [...rows, ...(await compare(folder, clip, 4 * GIB, 1, say))] : rows;
};

async function compare(
  folder: string,
  clip: string,
  bytes: number,
  rounds: number,
  say: (line: string) => void,
) {
  const recording = join(folder, 'recording.mp4');
  const loops = Math.ceil(bytes / (await stat(clip)).size) - 1;
  await ffmpeg(['-stream_loop', String(loops), '-i', clip, '-c', 'copy', recording]);
  await settle(recording);
  const size = `${(bytes / GIB).toFixed(0)} GiB`;
  const ours: Run[] = [];
  const theirs: Run[] = [];
  const settled: number[] = [];
  const alone: Spent[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Importing ${size}, round ${round} of ${rounds}`);
    const copy = join(folder, 'copy.mp4');
    const remux = await ffmpeg(['-i', recording, '-c', 'copy', copy]);
    theirs.push(remux);
    settled.push(remux.seconds + (await settle(copy)));
    await rm(copy);
    const project = join(folder, 'import.withheld');
    ours.push(await withheld(['new', project, '--media', recording]));
    const { size: sealed } = await stat(project);
    await rm(project);
    alone.push(await writeAlone(project, sealed));
    await rm(project);
  }
  await rm(recording);
  const imported = ours.map(({ seconds }) => seconds);
  return [
    spentRow(`import of ${size} / SQLCipher's writing of the same bytes`, ours, alone, 1.15),
    ratioRow(`import of ${size} / ffmpeg remux and fsync`, imported, settled, null),
    memoryRow(`import of ${size}`, ours, theirs, MOST_MEMORY),
  ];
}

/** Makes ten seconds as a camera records them: 1080p, some 25 Mbit/s, and too noisy to compress to nothing. */
const makeClip = (path: string): Promise<Run> =>
  // prettier-ignore
  ffmpeg([
    '-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=25,noise=alls=30:allf=t',
    '-f', 'lavfi', '-i', 'anoisesrc=amplitude=0.1:sample_rate=48000',
    '-t', '10', '-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '25M', '-c:a', 'aac', '-b:a', '192k', path,
  ]);

/** Writes so many random bytes into a new project file as the vault does, and nothing else. */
async function writeAlone(path: string, bytes: number): Promise<Spent> {
  const chunk = randomBytes(CHUNK_BYTES);
  const start = performance.now();
  const before = process.cpuUsage();
  const database = openDatabase(path, randomBytes(KEY_BYTES), randomBytes(SALT_BYTES));
  startBuilding(database);
  createSchema(database);
  const insert = database.prepare('INSERT INTO picture (chunk, bytes) VALUES (?, ?)');
  for (let i = 0; i * CHUNK_BYTES < bytes; i++) insert.run([i, chunk]);
  database.exec('COMMIT');
  database.close();
  await settle(path);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

/** @returns the seconds until a file is on the disk. */
async function settle(path: string): Promise<number> {
  const start = performance.now();
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  return (performance.now() - start) / 1000;
}
