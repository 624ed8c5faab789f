import * as z from 'zod';
import { t } from '../messages/messages';

/** Least seconds of a word: any less could be lost when times are written with two digits. */
export const SHORTEST_WORD_SECONDS = 0.01;

/** Reasons to look at a word again: the recogniser repeats itself, or wrote text where nobody seems to speak. */
export const wordFlagSchema = z.enum(['loop', 'silence']);
export type WordFlag = z.infer<typeof wordFlagSchema>;

/**
 * One written word with its punctuation, as it stands between two spaces. Times are seconds on the recording's
 * timeline; both are null in a transcript that came without times, and only then.
 */
export const wordSchema = z
  .object({
    id: z.string().min(1),
    text: z.string().regex(/^\S+$/u, { error: () => t('a word has no spaces') }),
    start: z.number().min(0).nullable(),
    end: z.number().min(0).nullable(),
    /**
     * Stretch in seconds in which the word is said. Set when an imported file tells only that (a subtitle's times) and
     * `start` and `end` are a guess. Nothing in the whole stretch may then be heard if the word is withheld.
     */
    within: z.object({ from: z.number().min(0), to: z.number().min(0) }).optional(),
    /** True when the word was not found in the recording, so nobody knows where it is said. */
    unplaced: z.literal(true).optional(),
    speaker: z.string().min(1).optional(),
    /** True when only the sound tells the speaker, and nobody has confirmed it. */
    proposed: z.literal(true).optional(),
    /** True when even that is a guess, because another voice is nearly as likely. */
    unsure: z.literal(true).optional(),
    /** Language that the word is said in, when it is known of the word itself and not only of the interview. */
    language: z.string().min(2).optional(),
    /** Probability that the recogniser gives, 0 to 1. */
    confidence: z.number().min(0).max(1).optional(),
    /** True when a person wrote the word, although it has a recogniser's confidence. */
    typed: z.literal(true).optional(),
    flags: z.array(wordFlagSchema).min(1).optional(),
    /** True when no space stands before the word, because its script has none between words. */
    glued: z.literal(true).optional(),
    /** True when the word begins a paragraph. */
    paragraph: z.literal(true).optional(),
  })
  .refine((w) => !w.proposed || w.speaker !== undefined, { error: () => t('what is proposed is a speaker') })
  .refine((w) => !w.unsure || w.proposed, { error: () => t('only a proposed speaker is unsure') })
  .refine((w) => (w.start === null) === (w.end === null), { error: () => t('a word has both times or none') })
  .refine((w) => w.start === null || w.end === null || w.start < w.end, {
    error: () => t('a word ends after it starts'),
  });
export type Word = z.infer<typeof wordSchema>;

/** A word whose place on the timeline is known. */
export type TimedWord = Word & { start: number; end: number };

export const isTimed = (word: Word): word is TimedWord => word.start !== null && word.end !== null;

export const speakerSchema = z.object({ id: z.string().min(1), name: z.string().min(1) });
export type Speaker = z.infer<typeof speakerSchema>;

/** The speaker of a word, and how that is known. */
export type Attribution = Pick<Word, 'speaker' | 'proposed' | 'unsure'>;

export const attributionOf = ({ speaker, proposed, unsure }: Word): Attribution => ({
  ...(speaker !== undefined && { speaker }),
  ...(proposed && { proposed }),
  ...(unsure && { unsure }),
});

/** Returns the word with the given speaker, whoever said it before. */
export function attributed(word: Word, attribution: Attribution): Word {
  const { speaker: _speaker, proposed: _proposed, unsure: _unsure, ...rest } = word;
  return { ...rest, ...attribution };
}
