import * as z from 'zod';

/** Facts about one sound track, read once when the recording was sealed. */
export const soundTrackSchema = z.object({
  codec: z.string().min(1),
  /** Hz */
  sampleRate: z.number().int().positive(),
  channels: z.number().int().positive(),
  /** ffmpeg's name of the channel layout, such as `stereo` or `5.1(side)`; it becomes part of its filter graphs. */
  layout: z.string().regex(/^[\w.()+ ]+$/),
  /** Bits per sample of the source; null for lossy codecs. */
  bitDepth: z.number().int().positive().nullable(),
  float: z.boolean(),
});
export type SoundTrack = z.infer<typeof soundTrackSchema>;

export const pictureSchema = z.object({
  codec: z.string().min(1),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Clockwise degrees by which the picture has to be turned for watching: 0, 90, 180 or 270. */
  rotation: z.number().int(),
  /**
   * Seconds from the start of the timeline to the first frame. Negative when the container hides frames that only help
   * to decode those after them. Such frames were cut away before the recording was imported, and must never be shown.
   */
  start: z.number(),
  /** Frames a second, on average. */
  frameRate: z.number().positive(),
  /** Number of frames to be seen. */
  frames: z.number().int().min(0),
});
export type Picture = z.infer<typeof pictureSchema>;

/** Facts about the sealed recording. The project file never holds where it came from or what it was called. */
export const mediaSchema = z.object({
  /** Seconds: the longest of picture and sound, from the container's start. */
  duration: z.number().positive(),
  picture: pictureSchema.nullable(),
  tracks: z.array(soundTrackSchema).min(1),
  /** The track that is worked on: an index into `tracks`, or all of them mixed. */
  track: z.union([z.number().int().min(0), z.literal('mix')]),
});
export type Media = z.infer<typeof mediaSchema>;
