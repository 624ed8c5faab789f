import type { suggestionsApi } from '../../shared/contract/suggestions';
import type { HandlersOf } from './Handlers';
import { suggestionsFor } from './suggestionsFor';
import { suggester } from './suggestionsFor';
import { basename, resolve } from 'node:path';
import { measured } from '../detect/measured';
import { suggestAll } from '../detect/suggestAll';
import { withNameIdentities } from '../detect/withNameIdentities';
import type { OpenProjects } from './OpenProjects';

/** Suggests what may have to be withheld. */
export function suggestions(projects: OpenProjects): HandlersOf<typeof suggestionsApi> {
  return {
    'suggest.text': ({ text }) => ({
      suggestions: withNameIdentities(suggestAll(text), 'und', text.split(/\s+/u)),
    }),

    'suggest.measured': () => measured(),

    'suggest.project': async ({ project }) => ({
      suggestions: await suggestionsFor(projects.get(project).document),
    }),

    'suggest.leftovers': async ({ project, title, intro, out }) => ({
      suggestions: await suggester.ask('leftovers', projects.get(project).document, {
        ...{ title, intro, folder: out === undefined ? undefined : basename(resolve(out)) },
      }),
    }),
  };
}
