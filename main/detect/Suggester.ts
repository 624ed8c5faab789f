import type { ProjectDocument } from '../../shared/document/document';
import type { TranscriptSuggestion } from '../../shared/leaks/openSuggestions';
import type { Told } from '../../shared/leaks/whatIsLeft';
import { WorkerThread } from '../system/threads/WorkerThread';
import type { OwnName } from './ownModel/namesOfWords';

/** A question about a document: its names, or what is left of withheld ones. */
interface Question {
  about: 'names' | 'leftovers';
  document: ProjectDocument;
  /** Texts that a publisher adds, in which leftovers may stand. */
  told?: Told | undefined;
  /** Names that a model of one's own reads in the transcript's text, in each label and in each heading. */
  read?: ReadTexts | undefined;
}

export interface ReadTexts {
  transcript: readonly OwnName[];
  /** In the order of the speakers. */
  labels: readonly (readonly OwnName[])[];
  headings: readonly (readonly OwnName[])[];
}

export interface SuggesterTalk {
  question: Question;
  answer: TranscriptSuggestion[];
  progress: never;
}

/** Milliseconds without a question after which the thread ends: it holds word lists that take much memory. */
const IDLE_MILLISECONDS = 60_000;

/** Megabytes for what was just made: the thread makes many small things at once, which are gone soon. */
const YOUNG_MEGABYTES = 64;

/** Looks for names in a thread of its own: four hours take a second, in which no key may wait. */
export class Suggester {
  readonly #thread = new WorkerThread<SuggesterTalk>({
    script: 'suggest.worker.js',
    options: () => ({ resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } }),
    idleMilliseconds: IDLE_MILLISECONDS,
  });

  ask(
    about: Question['about'],
    document: ProjectDocument,
    { told, read }: Pick<Question, 'told' | 'read'> = {},
  ): Promise<TranscriptSuggestion[]> {
    const { voice: _voice, exports: _exports, ...said } = document;
    return this.#thread.ask({ about, document: { ...said, exports: [] }, told, read });
  }
}
