import { t } from '../../shared/messages/messages';
import type { marksApi } from '../../shared/contract/marks';
import type { HandlersOf } from './Handlers';
import { suggestionsFor, suggestionsWith } from './suggestionsFor';
import { chooseMarker } from '../../shared/edits/chooseMarker';
import { decidePlaces } from '../../shared/edits/decidePlaces';
import { keepWords } from '../../shared/edits/keepWords';
import type { ProjectDocument } from '../../shared/document/document';
import { acceptSuggestions, type SpanOf } from '../../shared/edits/makeMarks';
import { markNames } from '../../shared/edits/markNames';
import { isAskedAt } from '../../shared/leaks/isAskedAt';
import { AppError } from '../../shared/model/errors';
import { isBlank } from '../../shared/model/isBlank';
import { markerWordSchema } from '../../shared/model/marker';
import { DEFAULT_QUESTIONS } from '../../shared/model/questionLevel';
import { setEdge } from '../../shared/edits/setEdge';
import { nameKnowledge } from '../detect/nameKnowledge';
import { namesIn } from '../../shared/leaks/namesAndDetails';
import type { OpenProjects } from './OpenProjects';
import { refineMarks } from './refineMarks';
import { tellPlaces } from './tellPlaces';
import { withSpans } from './withSpans';

/** Withholds words, and lets others be published. */
export function marks(projects: OpenProjects): HandlersOf<typeof marksApi> {
  return {
    'mark.add': async ({ project, marks, ...alignment }, given) => {
      const make = (document: ProjectDocument, spanOf?: SpanOf) =>
        markNames(document, marks, spanOf, nameKnowledge.isWord);
      return projects.work(project, given, async (vault, context) => {
        const { mentions, notFound, places } = await withSpans(vault, alignment, context, make);
        return { mentions, notFound, places: tellPlaces(vault.document, places) };
      });
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

    'mark.acceptSuggestions': async (
      { project, ask = DEFAULT_QUESTIONS, namesModel, ...alignment },
      given,
    ) => {
      const { mentions, entities } = await projects.work(project, given, async (vault, context) => {
        const all =
          namesModel === undefined
            ? await suggestionsFor(vault.document)
            : await suggestionsWith(vault.document, namesModel, context);
        const suggestions = namesIn(all).filter((one) => isAskedAt(ask, one));
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

    'boundaries.set': ({ project, settings }) => {
      const vault = projects.get(project);
      const given = Object.entries(settings).filter(([, value]) => value !== undefined);
      const boundaries = { ...vault.document.boundaries, ...Object.fromEntries(given) };
      if (given.length > 0) {
        vault.execute({ label: 'Set boundaries', steps: [{ type: 'setBoundaries', boundaries }] });
      }
      return boundaries;
    },

    'marker.set': ({ project, word }) => {
      const vault = projects.get(project);
      if (word !== undefined) {
        if (word.trim() !== '' && (isBlank(word) || !markerWordSchema.safeParse(word).success))
          throw new AppError(
            'MARKS_INVALID',
            t('A marker’s word has 1 to 40 letters, and no brackets or line breaks.'),
            t('Choose another word.'),
          );
        const command = chooseMarker(vault.document, word);
        if (command) vault.execute(command);
      }
      const { markerWord, markerFollows = false } = vault.document;
      return { word: markerWord, followsLanguage: markerFollows };
    },
  };
}
