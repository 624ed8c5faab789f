import type { ProjectDocument } from '../document/document';
import { hiddenLabels } from './hiddenLabels';
import type { LeakFinder } from './LeakFinder';
import { buildPlan, type PlannedRun, type RedactionPlan } from '../plan/RedactionPlan';
import { renderPublished, type PublishedParagraph } from '../plan/render';

/** The text that is published, in whatever format, and what each piece of it comes from. */
export interface PlannedText {
  plan: RedactionPlan;
  paragraphs: PublishedParagraph[];
  /** Source of each token of each paragraph: the index of its word, or the run that it is the marker of. */
  sources: (number | PlannedRun)[][];
}

/** Makes the one text that every format of an export says, and that is searched for what is left in it. */
export function plannedText(document: ProjectDocument, finder: LeakFinder): PlannedText {
  const plan = buildPlan(document);
  const paragraphs = renderPublished(document, plan, hiddenLabels(document, finder));
  const withheld = new Set<number>();
  for (const { first, last } of plan.runs) for (let i = first; i <= last; i++) withheld.add(i);
  const shown = [...document.words.keys()].filter((i) => !withheld.has(i)).values();
  // Both are rendered in the order of the transcript.
  const runs = plan.runs.values();
  const sources = paragraphs.map(({ tokens }) =>
    tokens.map(({ marker }) => {
      const source = marker ? runs.next() : shown.next();
      if (source.done) throw new Error('the published text has more than the plan');
      return source.value;
    }),
  );
  return { plan, paragraphs, sources };
}
