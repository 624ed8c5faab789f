import { createInterface } from 'node:readline';
import * as z from 'zod';
import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import { runTool } from '../../system/runTool';

const tags = z.record(z.string(), z.string()).default({});

const probeSchema = z.object({
  streams: z.array(
    z.object({
      codec_type: z.string().default('unknown'),
      codec_name: z.string().default('unknown'),
      /** Pixels, before a player turns them. */
      width: z.number().default(0),
      height: z.number().default(0),
      sample_rate: z.coerce.number().default(0),
      channels: z.number().default(0),
      channel_layout: z.string().default(''),
      /** Number of packets, only if it was asked for. */
      nb_read_packets: z.coerce.number().default(0),
      disposition: z.record(z.string(), z.number()).default({}),
      tags,
      side_data_list: z
        .array(
          z.object({
            side_data_type: z.string().default('unknown'),
            /** Degrees, counter-clockwise. */
            rotation: z.number().optional(),
          }),
        )
        .default([]),
    }),
  ),
  chapters: z.array(z.object({ tags })).default([]),
  programs: z.array(z.object({ tags })).default([]),
  format: z.object({ tags }),
});
export type ExportProbe = z.infer<typeof probeSchema>;

/** Reads everything that ffprobe shows of a file, except its name. */
export async function probeExport(path: string, signal?: AbortSignal): Promise<ExportProbe> {
  const all = ['-show_format', '-show_streams', '-show_chapters', '-show_programs'];
  const lines: string[] = [];
  for await (const line of ffprobe([...all, '-of', 'json', `file:${path}`], signal)) lines.push(line);
  return probeSchema.parse(JSON.parse(lines.join('\n')));
}

/** Counts the packets of each stream, in the order of the streams; with or without what an edit list hides. */
export async function countPackets(
  path: string,
  { editList }: { editList: boolean },
  signal?: AbortSignal,
): Promise<number[]> {
  const ignore = editList ? [] : ['-ignore_editlist', '1'];
  const entries = ['-show_entries', 'packet=stream_index,flags', '-of', 'csv=p=0'];
  const counts: number[] = [];
  // Hours of packets are too many to be held in memory.
  for await (const line of ffprobe([...ignore, ...entries, `file:${path}`], signal)) {
    const [stream, flags = ''] = line.split(',');
    if (line === '' || flags.includes('D')) continue;
    counts[Number(stream)] = (counts[Number(stream)] ?? 0) + 1;
  }
  return counts;
}

/** Yields the lines that ffprobe writes, as it writes them. */
async function* ffprobe(args: readonly string[], signal?: AbortSignal): AsyncGenerator<string, undefined> {
  const tool = runTool('ffprobe', ['-v', 'error', ...args], { signal });
  tool.stdin.end();
  yield* createInterface({ input: tool.stdout });
  const { code } = await tool.done;
  if (code === 0) return undefined;
  throw new AppError('TOOL_FAILED', t('ffprobe could not read an exported file.'), t('Export again.'));
}
