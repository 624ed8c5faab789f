import type { interviewsApi } from '../../shared/contract/interviews';
import type { HandlersOf } from './Handlers';
import { extname } from 'node:path';
import type { Command } from '../../shared/document/commands';
import { chaptersInOrder } from '../../shared/plan/chaptersInOrder';
import { t } from '../../shared/messages/messages';
import { buildPlan } from '../../shared/plan/RedactionPlan';
import { examineFiles } from '../ingest/recording/examineFiles';
import { importMedia } from '../ingest/recording/importMedia';
import { fitToRecording } from '../ingest/transcript/fitToRecording';
import { noteGuessed } from '../ingest/transcript/noteGuessed';
import { parseTranscript } from '../ingest/transcript/parseTranscript';
import { isTimed } from '../../shared/model/word';
import { readInput } from '../system/readInput';
import { Vault } from '../vault/Vault';
import { proposeByChannelIfPlain } from './proposeSpeakers';
import { stateOf, type OpenProjects } from './OpenProjects';

const untimedNote = () =>
  t('The words have no times. Align them with a model, which finds where in the recording each is said.');
const guessedNote = () =>
  t('Times that are guessed can be found in the recording: align the words with a model.');

/** Makes, opens, changes and closes interviews. */
export function interviews(projects: OpenProjects): HandlersOf<typeof interviewsApi> {
  return {
    'project.create': async (
      { path, passphrase, media, track, incomplete, transcript: file, offset, languages },
      { signal, onProgress },
    ) => {
      // The transcript is read first: it is quick, and a bad one should not cost a long import.
      const parsed =
        file === undefined ? null : parseTranscript(await readInput(file), extname(file), 1, languages?.[0]);
      const notes: string[] = [];
      const options = { track, incomplete, signal, onProgress };
      // The recording is examined while the key is derived from the passphrase: each takes a third of a second or more.
      const examining =
        media === undefined ? null : examineFiles(typeof media === 'string' ? [media] : media, options);
      examining?.catch(() => undefined);
      const vault = await Vault.createWith(path, passphrase, async (created) => {
        if (examining) notes.push(...(await importMedia(created, examining, options)));
        if (parsed) {
          const { nextId, notes: told, ...transcript } = parsed;
          const duration = created.document.media?.duration ?? Infinity;
          const fitted = fitToRecording(parsed.words, duration, offset);
          notes.push(...told, ...fitted.notes, ...noteGuessed(fitted.words));
          created.execute({
            label: 'Import transcript',
            steps: [
              { type: 'setNextId', nextId },
              {
                type: 'setTranscript',
                ...transcript,
                words: fitted.words,
                transcription: null,
              },
            ],
          });
          if (await proposeByChannelIfPlain(created, { signal, onProgress }))
            notes.push(t('Who speaks is proposed by channel: confirm it, or take it back.'));
        }
        nameLanguages(created, languages);
      });
      const { media: recording, words } = vault.document;
      const toAlign = recording !== null && words.some((word) => !isTimed(word) || word.within !== undefined);
      if (toAlign) notes.push(words.every(isTimed) ? guessedNote() : untimedNote());
      return { project: projects.add(vault), media: recording, words: words.length, notes, toAlign };
    },

    'project.open': async ({ path, passphrase }) => ({
      project: projects.add(await Vault.open(path, passphrase)),
    }),

    'project.saveCopy': async ({ project, path, commands, recording }, given) => {
      const without: Command = {
        label: 'Leave out the recording',
        steps: [{ type: 'setMedia', media: null }],
      };
      const more = recording === 'none' ? [...commands, without] : commands;
      const copy = await projects.work(project, given, (vault, context) =>
        vault.saveCopy(path, more, context),
      );
      return { project: projects.add(copy) };
    },

    'project.close': async ({ project }) => {
      await projects.close(project);
      return {};
    },

    'project.load': ({ project }) => {
      const vault = projects.get(project);
      // Nothing stays kept for unlocking: whoever works on it again decides that anew.
      vault.keepForUnlock(null);
      return { document: vault.document, ...stateOf(vault), ...(vault.place && { place: vault.place }) };
    },

    'project.keepPlace': ({ project, place }) => {
      projects.get(project).keepForUnlock(place);
      return {};
    },

    'project.show': ({ project }) => {
      const { document } = projects.get(project);
      const { language, languages, media, transcription, words, speakers, entities, mentions, covers } =
        document;
      return {
        language,
        ...(languages && { languages }),
        media,
        transcription: transcription && {
          finished: transcription.finished,
          windows: transcription.windows.length,
        },
        words,
        speakers,
        entities,
        mentions,
        covers,
        chapters: chaptersInOrder(document).map(({ at: _, ...chapter }) => chapter),
        plan: buildPlan(document),
      };
    },

    'document.execute': ({ project, command, origin }) =>
      projects.change(project, (vault) => vault.execute(command, origin)),

    'document.undo': ({ project, ...which }) => projects.change(project, (vault) => vault.undo(which)),

    'document.redo': ({ project, ...which }) => projects.change(project, (vault) => vault.redo(which)),
  };
}

/** Keeps the languages that somebody named, if they are several: the transcription tells a single one. */
function nameLanguages(vault: Vault, given: readonly string[] = []): void {
  const languages = [...new Set(given.map((code) => code.toLowerCase()))];
  if (languages.length > 1)
    vault.execute({ label: 'Name languages', steps: [{ type: 'setLanguages', languages }] });
}
