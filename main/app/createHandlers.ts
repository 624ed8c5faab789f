import { basename, extname, resolve } from 'node:path';
import { drawCover, drawCovers, eraseCover } from '../../shared/edits/drawCovers';
import { decidePlaces } from '../../shared/edits/decidePlaces';
import { keepWords } from '../../shared/edits/keepWords';
import type { Command } from '../../shared/document/commands';
import type { ProjectDocument } from '../../shared/document/document';
import { acceptSuggestions, type SpanOf } from '../../shared/edits/makeMarks';
import { markNames } from '../../shared/edits/markNames';
import { overruleHearing } from '../../shared/edits/overruleHearing';
import { buildPlan } from '../../shared/plan/RedactionPlan';
import { publishSpeech } from '../../shared/edits/publishSpeech';
import { setEdge } from '../../shared/edits/setEdge';
import { speechWithoutWords } from '../../shared/plan/speechWithoutWords';
import { nameKnowledge } from '../detect/nameKnowledge';
import { Suggester } from '../detect/Suggester';
import { suggestInText } from '../detect/suggestInText';
import { exportProject } from '../export/exportProject';
import { verifyProject } from '../verify/verifyProject';
import { importMedia } from '../ingest/recording/importMedia';
import { fitToRecording } from '../ingest/transcript/fitToRecording';
import { peaksOf } from '../playback/peaksOf';
import { preparePlayback } from '../playback/preparePlayback';
import { parseTranscript } from '../ingest/transcript/parseTranscript';
import { readInput } from '../system/readInput';
import { listModels } from '../transcribe/models/listModels';
import { transcribe } from '../transcribe/transcribe';
import { transcribeStretch } from '../transcribe/transcribeStretch';
import { Vault } from '../vault/Vault';
import type { Handlers } from '../rpc/handlers';
import { knowSpeech, knowSpeechIfPossible } from './knowSpeech';
import { hearingFor } from './hearingFor';
import { stateOf, type OpenProjects } from '../rpc/OpenProjects';
import { refineMarks } from './refineMarks';
import { withSpans } from './withSpans';

/** Joins the contract's methods to the services. No work is done here, only handed on. */
export function createHandlers(projects: OpenProjects): Handlers {
  return {
    'project.create': async (
      { path, passphrase, media, track, incomplete, transcript: file, offset },
      { signal, onProgress },
    ) => {
      // The transcript is read first: it is quick, and a bad one should not cost a long import.
      const parsed = file === undefined ? null : parseTranscript(await readInput(file), extname(file));
      const notes: string[] = [];
      const vault = await Vault.createWith(path, passphrase, async (created) => {
        if (media !== undefined)
          notes.push(...(await importMedia(created, media, { track, incomplete, signal, onProgress })));
        if (parsed) {
          const { nextId, notes: told, ...transcript } = parsed;
          const duration = created.document.media?.duration ?? Infinity;
          const fitted = fitToRecording(parsed.words, duration, offset);
          notes.push(...told, ...fitted.notes);
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
        }
      });
      const { document } = vault;
      return {
        project: projects.add(vault),
        media: document.media,
        words: document.words.length,
        notes,
      };
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
      return { document: vault.document, ...stateOf(vault) };
    },

    'document.execute': ({ project, command, origin }) =>
      projects.change(project, (vault) => vault.execute(command, origin)),
    'document.undo': ({ project, ...which }) => projects.change(project, (vault) => vault.undo(which)),
    'document.redo': ({ project, ...which }) => projects.change(project, (vault) => vault.redo(which)),

    'project.show': ({ project }) => {
      const { document } = projects.get(project);
      const { language, media, transcription, words, speakers, entities, mentions, covers } = document;
      return {
        language,
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
        plan: buildPlan(document),
      };
    },

    'models.list': () => listModels(),

    'playback.prepare': ({ project }, given) =>
      projects.work(project, given, async (vault, context) => {
        const { bytes } = await preparePlayback(vault, context);
        const { peaks, perSecond } = await peaksOf(vault, context.signal);
        return { bytes, peaks: Buffer.from(peaks).toString('base64'), perSecond };
      }),

    'transcribe.run': ({ project, ...options }, given) =>
      projects.work(project, given, (vault, context) => transcribe(vault, { ...options, ...context })),

    'transcribe.stretch': ({ project, ...stretch }, given) =>
      projects.work(project, given, async (vault, context) => ({
        words: await transcribeStretch(vault, stretch, context),
      })),

    'speech.find': ({ project }, given) =>
      projects.work(project, given, async (vault, context) => {
        await knowSpeech(vault, context);
        return { stretches: speechWithoutWords(vault.document) };
      }),

    'speech.publish': ({ project, ...stretch }) => {
      const vault = projects.get(project);
      const spans = 'all' in stretch ? speechWithoutWords(vault.document) : [stretch];
      const command = publishSpeech(vault.document, spans);
      if (command) vault.execute(command);
      return { published: spans.length };
    },

    'suggest.text': ({ text }) => ({ suggestions: suggestInText(text) }),

    'suggest.project': async ({ project }) => ({
      suggestions: await suggestionsFor(projects.get(project).document),
    }),

    'suggest.leftovers': async ({ project, title, intro, out }) => ({
      suggestions: await suggester.ask('leftovers', projects.get(project).document, {
        ...{ title, intro, folder: out === undefined ? undefined : basename(resolve(out)) },
      }),
    }),

    'mark.add': async ({ project, marks, ...alignment }, given) => {
      const make = (document: ProjectDocument, spanOf?: SpanOf) =>
        markNames(document, marks, spanOf, nameKnowledge.isWord);
      const { mentions, notFound } = await projects.work(project, given, (vault, context) =>
        withSpans(vault, alignment, context, make),
      );
      return { mentions, notFound };
    },

    'mark.keep': ({ project, names, type }) => {
      const vault = projects.get(project);
      const command = keepWords(vault.document, names, type);
      if (command) vault.execute(command);
      return { kept: command?.steps.filter((step) => step.type === 'putEntity').length ?? 0 };
    },

    'mark.place': async ({ project, places, ...alignment }, given) => {
      const make = (document: ProjectDocument, spanOf?: SpanOf) => ({
        command: decidePlaces(document, places, spanOf),
        mentions: places.length,
        notFound: [],
      });
      await projects.work(project, given, (vault, context) => withSpans(vault, alignment, context, make));
      return { places: places.length };
    },

    'mark.acceptSuggestions': async ({ project, ...alignment }, given) => {
      const { mentions, entities } = await projects.work(project, given, async (vault, context) => {
        const suggestions = await suggestionsFor(vault.document);
        const make = (document: ProjectDocument, spanOf?: SpanOf) =>
          acceptSuggestions(document, suggestions, spanOf);
        return withSpans(vault, alignment, context, make);
      });
      return { mentions, entities };
    },

    'mark.refine': async ({ project, ...alignment }, given) => ({
      mentions: await projects.work(project, given, (vault, context) =>
        refineMarks(vault, alignment, context),
      ),
    }),

    'mark.edge': ({ project, mention, from, to }) => {
      const vault = projects.get(project);
      const edges = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
      const { command, span } = setEdge(vault.document, mention, edges);
      vault.execute(command);
      return { span };
    },

    'hearing.overrule': ({ project, span, overruled }) => {
      const vault = projects.get(project);
      const command = overruleHearing(vault.document, span, overruled);
      if (command) vault.execute(command);
      return { places: vault.document.overruled.length };
    },

    'boundaries.set': ({ project, settings }) => {
      const vault = projects.get(project);
      const given = Object.entries(settings).filter(([, value]) => value !== undefined);
      const boundaries = { ...vault.document.boundaries, ...Object.fromEntries(given) };
      if (given.length > 0) {
        vault.execute({ label: 'Set boundaries', steps: [{ type: 'setBoundaries', boundaries }] });
      }
      return boundaries;
    },

    'cover.replace': ({ project, covers }) => {
      const vault = projects.get(project);
      const command = drawCovers(vault.document, covers);
      if (command) vault.execute(command);
      return { covers: covers.length };
    },

    'cover.put': ({ project, id, cover }) => {
      const vault = projects.get(project);
      const drawn = drawCover(vault.document, cover, id);
      vault.execute(drawn.command);
      return { id: drawn.id };
    },

    'cover.remove': ({ project, id }) => {
      const vault = projects.get(project);
      vault.execute(eraseCover(vault.document, id));
      return {};
    },

    'export.run': ({ project, listen, model, ...options }, given) =>
      projects.work(project, given, async (vault, context) => {
        await refineMarks(vault, { model }, context);
        if (options.media !== 'none') await knowSpeechIfPossible(vault, context);
        const silent = options.media === 'none' ? { listen: 'none' as const } : { listen, model };
        const hearing = await hearingFor(vault.document, silent, context.signal);
        return exportProject(vault, options, { names: nameKnowledge, hearing, ...context });
      }),

    'verify.run': ({ project, dir, listen, model }, given) =>
      projects.work(project, given, async (vault, context) => {
        await knowSpeechIfPossible(vault, context);
        const hearing = await hearingFor(vault.document, { listen, model }, context.signal);
        const checks = await verifyProject(vault, dir, { names: nameKnowledge, hearing, ...context });
        return { ok: checks.every(({ ok }) => ok), checks };
      }),
  };
}

const suggester = new Suggester();
const suggested = new WeakMap<ProjectDocument, ReturnType<Suggester['ask']>>();

/** Looking through a long interview takes seconds, and the same document always gives the same. */
function suggestionsFor(document: ProjectDocument): ReturnType<Suggester['ask']> {
  const known = suggested.get(document) ?? suggester.ask('names', document);
  suggested.set(document, known);
  return known;
}
