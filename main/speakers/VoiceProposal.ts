import type { ProposedVoice } from '../../shared/edits/proposeSpeakers';

/** Tells who says each word, in the form that `proposeSpeakers` takes. */
export interface VoiceProposal {
  voices: ReadonlyMap<string, ProposedVoice>;
  /** Speakers' ids by voice, for the voices whose lines somebody labelled. */
  known: ReadonlyMap<number, string>;
  /** Number of voices that were too small to be anyone's and are counted with those around them. */
  folded: number;
}
