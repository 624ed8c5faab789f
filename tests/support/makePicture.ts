import { rm, writeFile } from 'node:fs/promises';
import { ffmpeg } from './makeMedia';

export interface PictureRecipe {
  width: number;
  height: number;
  /** Raw frames in the format `pixels`. */
  frames: readonly Buffer[];
  /** ffmpeg's name of the pixel format. */
  pixels?: string;
  /** ffmpeg's expression for the time of frame N in seconds. */
  time?: string;
  /** Codec and its options; lossless unless told otherwise. */
  codec?: string[];
  seconds?: number;
}

/** Makes a recording of exactly these frames at these times, with noise for sound. */
export async function makePicture(path: string, recipe: PictureRecipe): Promise<string> {
  const { width, height, frames, pixels = 'yuv420p', time = 'N/10', codec = ['ffv1'], seconds = 3 } = recipe;
  const raw = `${path}.raw`;
  await writeFile(raw, Buffer.concat(frames));
  await ffmpeg(
    ...['-f', 'rawvideo', '-pix_fmt', pixels, '-s', `${width}x${height}`, '-r', '10', '-i', raw],
    ...['-f', 'lavfi', '-i', `anoisesrc=r=48000:d=${seconds}:a=0.3:seed=5`],
    ...['-vf', `settb=1/1000,setpts='(${time})/TB'`, '-fps_mode', 'passthrough', '-enc_time_base', '1:1000'],
    ...['-c:v', ...codec, '-c:a', path.endsWith('.mp4') ? 'alac' : 'flac', path],
  );
  await rm(raw);
  return path;
}

/** Returns pixels that nobody can guess, the same for the same seed (xorshift, G. Marsaglia 2003). */
export function noisePixels(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  for (let i = 0; i < length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = state & 255;
  }
  return bytes;
}

/** Returns every frame of a file as it is stored, in raw 4:2:0. */
export async function storedFrames(path: string, width: number, height: number): Promise<Buffer[]> {
  const bytes = await ffmpeg(
    ...['-noautorotate', '-i', path, '-map', '0:v:0', '-fps_mode', 'passthrough'],
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-'],
  );
  const size = (width * height * 3) / 2;
  return Array.from({ length: bytes.length / size }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}
