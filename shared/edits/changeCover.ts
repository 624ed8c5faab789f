import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import {
  SAME_FRAME_SECONDS,
  coverAt,
  keysAround,
  rectangleAt,
  type DrawnCover,
  type Rectangle,
} from '../model/cover';
import { insidePicture } from '../model/rectangle';

/** A change of a cover at a moment `at` (seconds). */
export type CoverChange =
  /** Puts the cover somewhere at a moment when it is on the picture: as a new key, or in place of the key there. */
  { what: 'place'; at: number; place: Rectangle } | { what: 'begin' | 'end' | 'forget'; at: number };

/** Least seconds that a cover lasts when its beginning or its end is set. */
const LEAST_COVER_SECONDS = 0.1;
/** Seconds before the end of the recording within which an end is set to that of the recording. */
const WITH_RECORDING_SECONDS = 0.1;

/**
 * Changes where a cover is, or when. Apart from the key that is placed or forgotten, it stays where it was at each
 * moment.
 * @returns null when nothing changes, there is no such cover, or the change cannot be: a first key is not forgotten,
 * since the cover would then begin later than somebody wanted.
 */
export function changeCover(document: ProjectDocument, id: string, change: CoverChange): Command | null {
  const cover = document.covers.find((one) => one.id === id);
  const course = cover && courseAfter(cover, change, document.media?.duration ?? Infinity);
  if (!course) return null;
  return { label: LABELS[change.what], steps: [{ type: 'putCover', cover: { id, ...course } }] };
}

const LABELS: Readonly<Record<CoverChange['what'], string>> = {
  place: 'Move a cover',
  begin: 'Set where a cover begins',
  end: 'Set where a cover ends',
  forget: 'Remove a key of a cover',
};

function courseAfter(cover: DrawnCover, change: CoverChange, duration: number): DrawnCover | null {
  switch (change.what) {
    case 'place':
      return placed(cover, change.at, insidePicture(change.place));
    case 'begin':
      return begun(cover, Math.max(0, change.at));
    case 'end':
      return ended(cover, change.at > duration - WITH_RECORDING_SECONDS ? duration : change.at);
    case 'forget':
      return without(cover, change.at);
  }
}

function placed(cover: DrawnCover, at: number, place: Rectangle): DrawnCover | null {
  if (!coverAt(cover, at)) return null;
  const { keys, to } = cover;
  const moment = Math.min(Math.max(at, keys[0]?.at ?? to), to);
  const { here, after } = keysAround(cover, moment);
  if (here === null) return { keys: keys.toSpliced(after, 0, { at: moment, ...place }), to };
  const changed = keys.map((key, i) => (i === here ? { at: key.at, ...place } : key));
  return JSON.stringify(changed) === JSON.stringify(keys) ? null : { keys: changed, to };
}

function begun(cover: DrawnCover, at: number): DrawnCover | null {
  const { keys, to } = cover;
  if (at > to - LEAST_COVER_SECONDS || keysAround(cover, at).here === 0) return null;
  // With only one key the cover is in one place all the time.
  const later = keys.length > 1 ? keys.filter((key) => key.at > at) : [];
  return { keys: [{ at, ...rectangleAt(keys, at) }, ...later], to };
}

function ended({ keys, to }: DrawnCover, at: number): DrawnCover | null {
  if (at < (keys[0]?.at ?? at) + LEAST_COVER_SECONDS || Math.abs(at - to) <= SAME_FRAME_SECONDS) return null;
  const before = keys.filter((key) => key.at < at);
  const isCut = before.length < keys.length;
  return { keys: isCut ? [...before, { at, ...rectangleAt(keys, at) }] : keys, to: at };
}

function without(cover: DrawnCover, at: number): DrawnCover | null {
  const { here } = keysAround(cover, at);
  return here === null || here === 0 ? null : { keys: cover.keys.toSpliced(here, 1), to: cover.to };
}
