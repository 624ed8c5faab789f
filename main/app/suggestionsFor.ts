import type { ProjectDocument } from '../../shared/document/document';
import type { TranscriptSuggestion } from '../../shared/leaks/openSuggestions';
import { Suggester } from '../detect/Suggester';
import { SingleFlight } from '../system/SingleFlight';

export const suggester = new Suggester();
const flights = new SingleFlight<ProjectDocument, TranscriptSuggestion[]>();

/** Looking through a long interview takes seconds, and the same document always gives the same. */
export const suggestionsFor = (document: ProjectDocument): Promise<TranscriptSuggestion[]> =>
  flights.run(document, () => suggester.ask('names', document));
