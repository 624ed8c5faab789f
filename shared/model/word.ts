import * as z from 'zod';

/** Why a word deserves a second look: the recogniser repeats itself, or wrote text where nobody seems to speak. */
export const wordFlagSchema = z.enum(['loop', 'silence']);
export type WordFlag = z.infer<typeof wordFlagSchema>;

/**
 * One written word with its punctuation, as it stands between two spaces. Times are seconds on the recording's
 * timeline; both are null in a transcript that came without times, and only then.
 */
export const wordSchema = z
  .object({
    id: z.string().min(1),
    text: z.string().regex(/^\S+$/u, 'a word has no spaces'),
    start: z.number().min(0).nullable(),
    end: z.number().min(0).nullable(),
    /**
     * Seconds: the stretch in which the word is said, where an imported file tells only that (a subtitle's times) and
     * `start` and `end` are a guess. What must not be heard is then the whole stretch.
     */
    within: z.object({ from: z.number().min(0), to: z.number().min(0) }).optional(),
    /** It was not found in the recording: where it is said, nobody knows. */
    unplaced: z.literal(true).optional(),
    speaker: z.string().min(1).optional(),
    /** The speaker is what the sound tells, and nobody has confirmed it. */
    proposed: z.literal(true).optional(),
    /** Even so it is a guess: another voice is nearly as likely. */
    unsure: z.literal(true).optional(),
    /** The language it is said in, where that is known of the word itself and not only of the interview. */
    language: z.string().min(2).optional(),
    /** The recogniser's probability, 0 to 1. */
    confidence: z.number().min(0).max(1).optional(),
    /** A person wrote it, although a recogniser tells how sure it is of it. */
    typed: z.literal(true).optional(),
    flags: z.array(wordFlagSchema).min(1).optional(),
    /** No space stands before it: its script has none between words. */
    glued: z.literal(true).optional(),
    /** The word begins a paragraph. */
    paragraph: z.literal(true).optional(),
  })
  .refine((w) => !w.proposed || w.speaker !== undefined, 'what is proposed is a speaker')
  .refine((w) => !w.unsure || w.proposed, 'only a proposed speaker is unsure')
  .refine((w) => (w.start === null) === (w.end === null), 'a word has both times or none')
  .refine((w) => w.start === null || w.end === null || w.start < w.end, 'a word ends after it starts');
export type Word = z.infer<typeof wordSchema>;

/** A word whose place on the timeline is known. */
export type TimedWord = Word & { start: number; end: number };

export const isTimed = (word: Word): word is TimedWord => word.start !== null && word.end !== null;

export const speakerSchema = z.object({ id: z.string().min(1), name: z.string().min(1) });
export type Speaker = z.infer<typeof speakerSchema>;

/** Who says a word, and how that is known. */
export type Attribution = Pick<Word, 'speaker' | 'proposed' | 'unsure'>;

export const attributionOf = ({ speaker, proposed, unsure }: Word): Attribution => ({
  ...(speaker !== undefined && { speaker }),
  ...(proposed && { proposed }),
  ...(unsure && { unsure }),
});

/** The word as it is said by that speaker, whoever said it before. */
export function attributed(word: Word, attribution: Attribution): Word {
  const { speaker: _speaker, proposed: _proposed, unsure: _unsure, ...rest } = word;
  return { ...rest, ...attribution };
}
