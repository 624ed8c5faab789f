import type { exportsApi } from '../../shared/contract/exports';
import type { HandlersOf } from './Handlers';
import { overruleHearing } from '../../shared/edits/overruleHearing';
import { isAskedAt } from '../../shared/leaks/isAskedAt';
import { namesIn } from '../../shared/leaks/namesAndDetails';
import { openSuggestions } from '../../shared/leaks/openSuggestions';
import { whatIsUndecided } from '../../shared/leaks/whatIsUndecided';
import { DEFAULT_QUESTIONS } from '../../shared/model/questionLevel';
import { nameKnowledge } from '../detect/nameKnowledge';
import { exportProject } from './exportProject';
import { modelOf } from '../transcribe/models/modelOf';
import { verifyProject } from '../verify/verifyProject';
import { knowSpeechIfPossible } from './knowSpeech';
import { hearingFor } from './hearingFor';
import type { OpenProjects } from './OpenProjects';
import { refineMarks } from './refineMarks';
import { suggestionsFor } from './suggestionsFor';

/** Publishes, and verifies what was published. */
export function exporting(projects: OpenProjects): HandlersOf<typeof exportsApi> {
  return {
    'export.run': ({ project, listen, model, ask = DEFAULT_QUESTIONS, ...options }, given) =>
      projects.work(project, given, async (vault, context) => {
        // The model that transcribed tells best where words are said. The named one listens afterwards, and stands in
        // for it.
        const own = await modelOf(vault.document, context.signal);
        await refineMarks(vault, own ? {} : { model }, context);
        if (options.media !== 'none') await knowSpeechIfPossible(vault, context);
        const silent = options.media === 'none' ? { listen: 'none' as const } : { listen, model };
        const hearing = await hearingFor(vault.document, silent, context.signal);
        const { document } = vault;
        const made = await exportProject(vault, options, { names: nameKnowledge, hearing, ...context });
        const suggestions = namesIn(await suggestionsFor(document)).filter((one) => isAskedAt(ask, one));
        return { ...made, undecided: whatIsUndecided(document, openSuggestions(document, suggestions)) };
      }),

    'verify.run': ({ project, dir, listen, model }, given) =>
      projects.work(project, given, async (vault, context) => {
        await knowSpeechIfPossible(vault, context);
        const hearing = await hearingFor(vault.document, { listen, model }, context.signal);
        const checks = await verifyProject(vault, dir, { names: nameKnowledge, hearing, ...context });
        return { ok: checks.every(({ ok }) => ok), checks };
      }),

    'hearing.overrule': ({ project, span, overruled }) => {
      const vault = projects.get(project);
      const command = overruleHearing(vault.document, span, overruled);
      if (command) vault.execute(command);
      return { places: vault.document.overruled.length };
    },
  };
}
