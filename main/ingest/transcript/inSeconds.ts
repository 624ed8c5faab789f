import { t } from '../../../shared/messages/messages';
import type { JsonTranscript } from './JsonTranscript';
import type { Block, Piece } from './spokenPieces';
import { unreadable } from './unreadable';

/** Letters a second of the slowest and the fastest speech; those of scripts without spaces say more each. */
const SLOWEST_LETTERS_PER_SECOND = 3;
const FASTEST_LETTERS_PER_SECOND = 45;
/** Fewest times that tell their unit, and the number up to which an end tells nothing of it. */
const FEW_TIMES = 3;
const EARLY_END_NUMBER = 100;

/**
 * Brings the times of a transcript to seconds. Some programs count milliseconds or hundredths, and nothing in the file
 * says so. The unit is found by the length of the recording where the file tells it, otherwise by how fast people would
 * speak.
 * @returns the transcript, and a note where its times were not seconds.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE` where its times fit no unit.
 */
export function inSeconds(transcript: JsonTranscript): { blocks: Block[]; notes: string[] } {
  const perSecond = transcript.perSecond ?? unitOf(transcript);
  const told = transcript.perSecond === undefined && perSecond > 1;
  const scaled = <P extends Piece>(piece: P): P => ({
    ...piece,
    start: piece.start === null ? null : piece.start / perSecond,
    end: piece.end === null ? null : piece.end / perSecond,
  });
  return {
    blocks: transcript.blocks.map((block) => ({ ...scaled(block), pieces: block.pieces.map(scaled) })),
    notes: told
      ? [
          perSecond === 100
            ? t('Its times were read as hundredths of a second.')
            : t('Its times were read as milliseconds.'),
        ]
      : [],
  };
}

function unitOf({ blocks, duration }: JsonTranscript): number {
  const timed = blocks
    .flatMap((block): Piece[] => (block.pieces.some(({ end }) => end !== null) ? block.pieces : [block]))
    .filter((piece): piece is Piece & { start: number; end: number } => isTimed(piece));
  const last = timed.reduce((most, { end }) => Math.max(most, end), 0);
  const whole = timed.every(({ start, end }) => Number.isInteger(start) && Number.isInteger(end));
  if (timed.length < FEW_TIMES || !whole || last <= EARLY_END_NUMBER) return 1;
  const units = [1, 100, 1000];
  if (duration !== null && duration > 0) {
    const fitting = units.filter((unit) => last / unit <= 1.2 * duration && last / unit >= duration / 20);
    if (fitting.length > 0) return bestOf(fitting, timed);
  }
  const spoken = units.filter((unit) => isSpeech(rateOf(timed) * unit));
  const [unit, other] = spoken;
  if (unit !== undefined && (other === undefined || unit === 1)) return unit;
  if (unit !== undefined) return bestOf(spoken, timed);
  // Pauses within segments make speech seem slow, and that is all a file in seconds can show.
  if (rateOf(timed) >= SLOWEST_LETTERS_PER_SECOND / 10) return 1;
  throw unreadable(
    t('its times are neither seconds, hundredths nor milliseconds.'),
    t('Save the transcript as SRT or VTT there, and import that.'),
  );
}

const isTimed = ({ start, end }: Piece): boolean => start !== null && end !== null && end > start;
const isSpeech = (rate: number): boolean =>
  rate >= SLOWEST_LETTERS_PER_SECOND && rate <= FASTEST_LETTERS_PER_SECOND;

/** Returns letters a unit of time. */
function rateOf(pieces: readonly (Piece & { start: number; end: number })[]): number {
  const letters = pieces.reduce((sum, { text }) => sum + weightOf(text), 0);
  return letters / pieces.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Counts letters. One of Han, kana and the like takes about as long as three of an alphabet. */
const weightOf = (text: string): number =>
  text.length +
  2 * (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0);

/** Returns the unit in which people would speak at the most usual rate. */
function bestOf(
  units: readonly number[],
  timed: readonly (Piece & { start: number; end: number })[],
): number {
  const oddness = (unit: number) => Math.abs(Math.log((rateOf(timed) * unit) / USUAL_LETTERS_PER_SECOND));
  return units.reduce((best, unit) => (oddness(unit) < oddness(best) ? unit : best));
}

const USUAL_LETTERS_PER_SECOND = 14;
