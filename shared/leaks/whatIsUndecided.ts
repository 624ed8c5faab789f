import type { ProjectDocument } from '../document/document';
import type { Undecided } from '../model/undecided';
import { linesWithoutSpeaker } from '../plan/linesWithoutSpeaker';
import { buildPlan } from '../plan/RedactionPlan';
import { foldPhrase } from '../text/matching';
import type { TranscriptSuggestion } from './openSuggestions';

/**
 * Counts what is published as it is, since nobody has decided it.
 * @param open the suggestions that are asked about.
 */
export function whatIsUndecided(document: ProjectDocument, open: readonly TranscriptSuggestion[]): Undecided {
  // What is left of something withheld is never published: an export is refused for it.
  const suggested = open.filter(({ left }) => left === undefined);
  const names = new Set(
    suggested.map(({ identity, text }) => identity?.key ?? `= ${foldPhrase(text).join(' ')}`),
  );
  return {
    withheld: buildPlan(document).runs.length,
    names: names.size,
    places: suggested.length,
    identities: document.entities.filter(({ decision }) => decision === 'undecided').length,
    linesWithoutSpeaker: linesWithoutSpeaker(document.words).length,
  };
}
