import type { ProposedVoice } from '../../shared/edits/proposeSpeakers';

/** Who says each word, as `proposeSpeakers` takes it. */
export interface VoiceProposal {
  voices: ReadonlyMap<string, ProposedVoice>;
  /** Speakers' ids of voices whose lines somebody labelled. */
  known: ReadonlyMap<number, string>;
  /** How many voices were too small to be anyone's, and are counted with those around them. */
  folded: number;
}
