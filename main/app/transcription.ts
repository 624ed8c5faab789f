import type { transcriptionApi } from '../../shared/contract/transcription';
import type { HandlersOf } from './Handlers';
import { publishSpeech } from '../../shared/edits/publishSpeech';
import { skippedPauses } from '../../shared/plan/skippedPauses';
import { speechWithoutWords } from '../../shared/plan/speechWithoutWords';
import { hearAgain } from '../transcribe/hearAgain';
import { transcribe } from '../transcribe/transcribe';
import { transcribeStretch } from '../transcribe/transcribeStretch';
import { asOneProgress, type Phases } from './asOneProgress';
import { hearSpeechIfPossible, knowSpeech } from './knowSpeech';
import { compared, takeHeard, takingOf } from './takeHeard';
import type { OpenProjects } from './OpenProjects';
import { proposeByChannelIfPlain } from './proposeSpeakers';

/** Rough shares of the time: with a large model, recognising takes nearly all of it. */
const TRANSCRIBING: Phases = { listen: 4, speech: 10, transcribe: 80, speakers: 6 };
const HEARING_ALL: Phases = { listen: 4, speech: 10, transcribe: 76, align: 10 };
const HEARING_STRETCH: Phases = { listen: 10, transcribe: 60, align: 30 };

/** Turns speech into words, and tells of speech that has none. */
export function transcription(projects: OpenProjects): HandlersOf<typeof transcriptionApi> {
  return {
    'transcribe.run': ({ project, ...options }, given) =>
      projects.work(project, given, (vault, work) =>
        asOneProgress(work, TRANSCRIBING, async (context) => {
          const transcribed = await transcribe(vault, {
            ...options,
            ...context,
            hearSpeech: hearSpeechIfPossible,
          });
          await proposeByChannelIfPlain(vault, context);
          return transcribed;
        }),
      ),

    'transcribe.again': ({ project, take, ...options }, given) =>
      projects.work(project, given, (vault, work) =>
        asOneProgress(work, options.stretch ? HEARING_STRETCH : HEARING_ALL, async (context) => {
          await hearAgain(vault, { ...options, ...context, hearSpeech: hearSpeechIfPossible });
          if (take) return takeHeard(vault, options.model, context);
          return compared(vault.document, takingOf(vault.document), false);
        }),
      ),

    'transcribe.take': ({ project, model }, given) =>
      projects.work(project, given, (vault, context) => takeHeard(vault, model, context)),

    'transcribe.leave': ({ project }) => {
      const vault = projects.get(project);
      const left = vault.document.hearing !== undefined;
      if (left) vault.amend({ label: 'Hear again', steps: [{ type: 'setHearing' }] });
      return { left };
    },

    'transcribe.stretch': ({ project, ...stretch }, given) =>
      projects.work(project, given, async (vault, context) => ({
        words: await transcribeStretch(vault, stretch, context),
      })),

    'speech.find': ({ project }, given) =>
      projects.work(project, given, async (vault, context) => {
        await knowSpeech(vault, context);
        return { stretches: speechWithoutWords(vault.document), skipped: skippedPauses(vault.document) };
      }),

    'speech.publish': ({ project, ...stretch }) => {
      const vault = projects.get(project);
      const spans = 'all' in stretch ? speechWithoutWords(vault.document) : [stretch];
      const command = publishSpeech(vault.document, spans);
      if (command) vault.execute(command);
      return { published: spans.length };
    },
  };
}
