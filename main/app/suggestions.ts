import type { suggestionsApi } from '../../shared/contract/suggestions';
import type { HandlersOf } from './Handlers';
import { ownModel, readWithModel } from './readWithModel';
import { suggester, suggestionsFor, suggestionsWith } from './suggestionsFor';
import { basename, resolve } from 'node:path';
import { measured } from '../detect/measured';
import { suggestAll } from '../detect/suggestAll';
import { withNameIdentities } from '../detect/withNameIdentities';
import type { OpenProjects } from './OpenProjects';

/** Suggests what may have to be withheld. */
export function suggestions(projects: OpenProjects): HandlersOf<typeof suggestionsApi> {
  return {
    'suggest.text': async ({ text, namesModel }, context) => {
      const [read] = namesModel === undefined ? [] : await readWithModel(namesModel, [text], context);
      return { suggestions: withNameIdentities(suggestAll(text, read), 'und', text.split(/\s+/u)) };
    },

    'suggest.measured': () => measured(),

    'suggest.project': async ({ project, namesModel }, given) => ({
      suggestions:
        namesModel === undefined
          ? await suggestionsFor(projects.get(project).document)
          : await projects.work(project, given, ({ document }, context) =>
              suggestionsWith(document, namesModel, context),
            ),
    }),

    'suggest.checkModel': ({ namesModel }, { signal }) => ownModel.check(resolve(namesModel), { signal }),

    'suggest.leftovers': async ({ project, title, intro, out }) => ({
      suggestions: await suggester.ask('leftovers', projects.get(project).document, {
        told: { title, intro, folder: out === undefined ? undefined : basename(resolve(out)) },
      }),
    }),
  };
}
