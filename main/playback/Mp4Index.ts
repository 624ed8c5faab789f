import { boxesIn, boxIn, makeBox, type Box } from '../media/mp4/boxes';
import { readTrackFragment } from './readTrackFragment';
import { SampleTable } from './SampleTable';
import { turnTrack } from '../media/mp4/turnTrack';

/** Bytes of the header of a box whose size has 64 bits. */
const LARGE_HEADER_BYTES = 16;
/** Stands for a duration that is not known (ISO/IEC 14496-12, 8.2.2). */
const UNKNOWN = 0xffff_ffff;

/**
 * Makes an ordinary MP4 of a fragmented one that streams through. The samples of each fragment are passed on, and this
 * class remembers where they lie. At the end it makes an index to stand in front of them, with which a player can begin
 * anywhere; a player of a fragmented file goes through all of it first. The boxes are those of ISO/IEC 14496-12.
 */
export class Mp4Index {
  #fileType: Buffer = Buffer.alloc(0);
  #movie: Buffer | null = null;
  #fragment: Box | null = null;
  #bodyBytes = 0;
  readonly #tables = new Map<number, SampleTable>();

  /** Takes a whole box of the fragmented file, any but those of samples. */
  add(box: Box): void {
    if (box.type === 'ftyp') this.#fileType = box.bytes;
    else if (box.type === 'moov') this.#movie = box.body;
    else if (box.type === 'moof') this.#fragment = box;
  }

  /** Notes the samples of the last fragment, which go to the body. */
  addSamples(bytes: number): void {
    if (!this.#fragment) throw new RangeError('samples come without a fragment');
    const { bytes: all, body } = this.#fragment;
    // Places in a fragment count from its start; its samples' box follows it and has a short header.
    const start = this.#bodyBytes - all.length - 8;
    for (const { type, body: track } of boxesIn(body)) {
      if (type !== 'traf') continue;
      const fragment = readTrackFragment(track);
      const table = this.#tables.get(fragment.track) ?? new SampleTable();
      this.#tables.set(fragment.track, table);
      table.add(fragment, start);
    }
    this.#bodyBytes += bytes;
    this.#fragment = null;
  }

  /**
   * Makes the part of the file that stands before the body.
   * @param rotation clockwise degrees the picture has to be turned for watching.
   */
  head(rotation: number): Buffer<ArrayBuffer> {
    // Places have a fixed length, so the head has the same length wherever the body begins.
    return this.#head(rotation, this.#head(rotation, 0).length);
  }

  #head(rotation: number, bodyStart: number): Buffer<ArrayBuffer> {
    if (!this.#movie) throw new RangeError('there is no movie box');
    const samples = Buffer.alloc(LARGE_HEADER_BYTES);
    samples.writeUInt32BE(1);
    samples.write('mdat', 4, 'latin1');
    samples.writeBigUInt64BE(BigInt(LARGE_HEADER_BYTES + this.#bodyBytes), 8);
    return Buffer.concat([this.#fileType, this.#movieBox(this.#movie, rotation, bodyStart), samples]);
  }

  #movieBox(movie: Buffer, rotation: number, bodyStart: number): Buffer {
    const header = Buffer.from(boxIn(movie, 'mvhd').body);
    const clock = header.readUInt32BE(12);
    const tracks = boxesIn(movie)
      .filter(({ type }) => type === 'trak')
      .map(({ body }) => this.#track(body, clock, rotation, bodyStart));
    setDuration(header, 16, Math.max(0, ...tracks.map(({ duration }) => duration)));
    return makeBox('moov', makeBox('mvhd', header), ...tracks.map(({ bytes }) => bytes));
  }

  #track(track: Buffer, clock: number, rotation: number, bodyStart: number) {
    const header = Buffer.from(boxIn(track, 'tkhd').body);
    const media = boxIn(track, 'mdia').body;
    const mediaHeader = Buffer.from(boxIn(media, 'mdhd').body);
    const table = this.#tables.get(header.readUInt32BE(12)) ?? new SampleTable();
    const toClock = clock / mediaHeader.readUInt32BE(12);
    const edits = boxesIn(track).find(({ type }) => type === 'edts');
    const edited = editsOf(edits?.body, table.end, toClock);

    setDuration(header, 20, edited.duration);
    setDuration(mediaHeader, 16, table.duration);
    const isPicture = boxIn(media, 'hdlr').body.toString('latin1', 8, 12) === 'vide';
    if (isPicture) turnTrack(header, rotation);
    const bytes = makeBox(
      'trak',
      makeBox('tkhd', header),
      edited.bytes,
      makeBox('mdia', makeBox('mdhd', mediaHeader), ...mediaBoxes(media, table.boxes(bodyStart))),
    );
    return { bytes, duration: edited.duration };
  }
}

/** Returns the boxes of a track's media without its header, with the sample table in place of an empty one. */
function mediaBoxes(media: Buffer, table: readonly Buffer[]): Buffer[] {
  return boxesIn(media)
    .filter(({ type }) => type !== 'mdhd')
    .map(({ type, bytes, body }) => {
      if (type !== 'minf') return bytes;
      const description = boxIn(boxIn(body, 'stbl').body, 'stsd').bytes;
      const others = boxesIn(body).flatMap((one) => (one.type === 'stbl' ? [] : [one.bytes]));
      return makeBox('minf', ...others, makeBox('stbl', description, ...table));
    });
}

/**
 * Completes the edit list (8.6.6). It says how late the track begins, and from which point of its media it is shown
 * until the end; a fragmented file does not know that end.
 */
function editsOf(edts: Buffer | undefined, end: number, toClock: number) {
  if (!edts) return { bytes: Buffer.alloc(0), duration: Math.round(end * toClock) };
  const list = Buffer.from(boxIn(edts, 'elst').body);
  if (list.readUInt8(0) !== 0) throw new RangeError('an edit list has 64-bit times');
  let duration = 0;
  for (let i = 0; i < list.readUInt32BE(4); i++) {
    const at = 8 + 12 * i;
    const from = list.readInt32BE(at + 4);
    if (from >= 0) list.writeUInt32BE(Math.round((end - from) * toClock), at);
    duration += list.readUInt32BE(at);
  }
  return { bytes: makeBox('edts', makeBox('elst', list)), duration };
}

/** Sets the duration in a header of version 0, whose times have 32 bits. */
function setDuration(header: Buffer, at: number, duration: number): void {
  if (header.readUInt8(0) !== 0) throw new RangeError('a header has 64-bit times');
  header.writeUInt32BE(Math.min(duration, UNKNOWN), at);
}
