import { FEWEST_PEOPLE, MOST_PEOPLE } from '../../shared/contract/speakers';
import { countProposed } from '../../shared/edits/confirmSpeakers';
import { proposeSpeakers as proposalOf } from '../../shared/edits/proposeSpeakers';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { proposeByChannel } from '../speakers/proposeByChannel';
import { leastSeconds, proposeBySound } from '../speakers/proposeBySound';
import { requireProposable, tooLittleSpeech } from '../speakers/requireProposable';
import type { VoiceProposal } from '../speakers/VoiceProposal';
import { statModelFile } from '../system/modelFile';
import type { Vault } from '../vault/Vault';
import type { CallContext } from './Handlers';
import { knowSpeech } from './knowSpeech';

/** Seconds of a recording for each voice; from this length on, voices are told apart reliably. */
const RELIABLE_SECONDS_EACH = 60;
/** Count of people from which on a proposal is made, but not promised to be right. */
const UNPROMISED_PEOPLE = 4;

export type How = { people: number; voiceModel?: string | undefined } | { channels: true };

/**
 * Proposes who says what, as one step that can be taken back.
 * @returns notes on the result, a sentence each.
 * @throws {AppError} `USAGE` for a number of people that cannot be told apart, and as `proposeBySound`,
 * `proposeByChannel` and `knowSpeech`.
 */
export async function proposeSpeakers(vault: Vault, how: How, context: CallContext): Promise<string[]> {
  if ('channels' in how) {
    carryOut(vault, await proposeByChannel(vault, context));
    return notesOn(vault);
  }
  const { people, voiceModel } = how;
  if (!Number.isInteger(people) || people < FEWEST_PEOPLE || people > MOST_PEOPLE)
    throw new AppError(
      'USAGE',
      t('From {fewest} to {most} people can be told apart by their voices.', {
        fewest: FEWEST_PEOPLE,
        most: MOST_PEOPLE,
      }),
      t('Give a whole number from {fewest} to {most}.', { fewest: FEWEST_PEOPLE, most: MOST_PEOPLE }),
    );
  // A model that was chosen for an earlier interview may be gone. This is asked first, since listening takes minutes.
  if (voiceModel !== undefined) await statModelFile(voiceModel, 'voice');
  const { duration } = requireProposable(vault.document);
  // This refuses before it listens, which takes a while.
  if (duration < leastSeconds(people)) throw tooLittleSpeech(duration, people, leastSeconds(people));
  await knowSpeech(vault, context);
  const proposal = await proposeBySound(vault, { people, voiceModel, ...context });
  carryOut(vault, proposal);
  return [
    ...(proposal.folded > 0 ? [foldedNote(proposal.folded)] : []),
    ...(duration < RELIABLE_SECONDS_EACH * people
      ? [
          t(
            'The recording is short for {people, plural, one {# voice} other {# voices}}: more lines than usual may be wrong.',
            { people },
          ),
        ]
      : []),
    ...(people >= UNPROMISED_PEOPLE
      ? [
          t(
            '{people, plural, one {# voice is} other {# voices are}} seldom told apart without faults: label a line of each and propose again.',
            { people },
          ),
        ]
      : []),
    ...notesOn(vault),
  ];
}

/**
 * Proposes speakers by channel where everybody plainly has a microphone and no word has a speaker yet. Changes nothing
 * otherwise.
 * @returns true if it proposed any.
 * @throws {AppError} `CANCELLED`.
 */
export async function proposeByChannelIfPlain(vault: Vault, context: CallContext): Promise<boolean> {
  if (vault.document.words.some(({ speaker }) => speaker !== undefined)) return false;
  try {
    carryOut(vault, await proposeByChannel(vault, context));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'CANCELLED') return false;
    throw error;
  }
}

/** Gives each word its speaker; words that were corrected away meanwhile are left out. */
function carryOut(vault: Vault, { voices, known }: VoiceProposal): void {
  const command = proposalOf(vault.document, voices, known);
  if (command) vault.execute(command);
}

function notesOn(vault: Vault): string[] {
  const { proposed, unsure } = countProposed(vault.document.words);
  return proposed > 0 && unsure > proposed / 4
    ? [t('Many lines are unsure: listen to those, give them their speaker, and propose again.')]
    : [];
}

const foldedNote = (folded: number): string =>
  t(
    '{count, plural, =1 {One voice was heard for a few seconds only, and counted with the voices around it.} one {# voice was heard for a few seconds only, and counted with the voices around it.} other {# voices were heard for a few seconds only, and counted with the voices around them.}}',
    { count: folded },
  );
