import { t } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';
import type { Say } from '../../published/SpokenCheck';
import type { ExportedFile } from '../ExportedFile';
import { runCheck } from '../runCheck';
import type { MediaFormat } from './exportedFormat';
import { countPackets, type ExportProbe } from './probeExport';

const PICTURE = /^(h264|hevc|av1|vp9)$/;
const SOUND: Record<MediaFormat, RegExp> = {
  mp4: /^aac$/,
  m4a: /^aac$/,
  wav: /^pcm_(s16|s24|f32)le$/,
  mp3: /^mp3$/,
  opus: /^opus$/,
};
/** The tags that containers cannot do without, with the values that ours have. */
const TAGS: Record<string, RegExp> = {
  major_brand: /^(isom|M4A )$/,
  minor_version: /^\d+$/,
  compatible_brands: /^[A-Za-z0-9 ]*$/,
  language: /^und$/,
  handler_name: /^$/,
  vendor_id: /^\[0\]\[0\]\[0\]\[0\]$/,
  // Decoders trust the lengths of silence in an MP3's first frame because of this mark.
  encoder: /^Lavf( lame)?$/,
};
const SIDE_DATA = /^(Display Matrix|Content light level metadata|Mastering display metadata|CPB properties)$/;

/** Checks that there is one sound, one picture in a video, and no other stream, chapter, tag or hidden frame. */
export function checkStreams(file: ExportedFile, format: MediaFormat, signal?: AbortSignal): Promise<Check> {
  const passed = () => t('Only picture and sound, without tags or hidden frames.');
  return runCheck('streams and tags', file.name, passed, async () => {
    const probe = await file.probe();
    return [
      ...streamProblems(probe, format),
      ...tagProblems(probe),
      ...(await hiddenFrames(file.path, format, signal)),
    ];
  });
}

function streamProblems({ streams, chapters, programs }: ExportProbe, format: MediaFormat): Say[] {
  const expected: [string, RegExp][] = [
    ...(format === 'mp4' ? ([['video', PICTURE]] as [string, RegExp][]) : []),
    ['audio', SOUND[format]],
  ];
  const fits =
    streams.length === expected.length &&
    streams.every(
      ({ codec_type, codec_name }, i) => codec_type === expected[i]?.[0] && expected[i][1].test(codec_name),
    );
  const sideData = streams.flatMap((stream) => stream.side_data_list);
  return [
    ...(fits ? [] : [() => t('it has other streams than it should')]),
    ...(chapters.length + programs.length > 0 ? [() => t('it has chapters')] : []),
    ...(streams.some(
      ({ disposition }) => disposition.attached_pic === 1 || disposition.timed_thumbnails === 1,
    )
      ? [() => t('it has a picture of its own')]
      : []),
    ...(sideData.every(({ side_data_type }) => SIDE_DATA.test(side_data_type))
      ? []
      : [() => t('it has side data')]),
  ];
}

function tagProblems({ format, streams }: ExportProbe): Say[] {
  return [format, ...streams]
    .flatMap(({ tags }) => Object.entries(tags))
    .filter(([key, value]) => !Object.hasOwn(TAGS, key) || !TAGS[key]?.test(value))
    .map(() => () => t('it has a tag'));
}

/** Finds frames that the file tells players to skip; they are in it all the same, and others find them. */
async function hiddenFrames(path: string, format: MediaFormat, signal?: AbortSignal): Promise<Say[]> {
  if (format !== 'mp4' && format !== 'm4a') return [];
  const [shown = [], there = []] = await Promise.all(
    [true, false].map((editList) => countPackets(path, { editList }, signal)),
  );
  // Players skip the first packet of the sound, with which an encoder warms up; it holds the start of the next one.
  const spare = (stream: number) => (format === 'mp4' && stream === 0 ? 0 : 1);
  const more = there.some((count, stream) => count > (shown[stream] ?? 0) + spare(stream));
  return more ? [() => t('it has frames that players do not show')] : [];
}
