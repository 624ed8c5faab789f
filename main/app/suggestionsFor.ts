import { resolve } from 'node:path';
import type { ProjectDocument } from '../../shared/document/document';
import type { TranscriptSuggestion } from '../../shared/leaks/openSuggestions';
import { chaptersInOrder } from '../../shared/plan/chaptersInOrder';
import { findModelFiles } from '../detect/ownModel/findModelFiles';
import { Suggester } from '../detect/Suggester';
import { transcriptText } from '../detect/transcriptText';
import { SingleFlight } from '../system/SingleFlight';
import type { CallContext } from './Handlers';
import { readWithModel } from './readWithModel';

export const suggester = new Suggester();

type Flights = SingleFlight<ProjectDocument, TranscriptSuggestion[]>;
const flights: Flights = new SingleFlight();
/** Suggestions by a names model of one's own; only those by the last model are remembered. */
let withModel: { key: string; flights: Flights } | null = null;

/** Suggests names once for each document: a long interview takes seconds. */
export const suggestionsFor = (document: ProjectDocument): Promise<TranscriptSuggestion[]> =>
  flights.run(document, () => suggester.ask('names', document));

/**
 * Does the same, and adds what a names model of one's own reads.
 * @throws {AppError} `CANCELLED`; as `OwnModel.check`.
 */
export async function suggestionsWith(
  document: ProjectDocument,
  namesModel: string,
  { signal, onProgress }: CallContext,
): Promise<TranscriptSuggestion[]> {
  const { key } = await findModelFiles(resolve(namesModel));
  if (withModel?.key !== key) withModel = { key, flights: new SingleFlight() };
  return withModel.flights.run(
    document,
    async (given) => {
      const { words, speakers } = document;
      const headings = chaptersInOrder(document).map(({ text }) => text);
      const texts = [transcriptText(words).text, ...speakers.map(({ name }) => name), ...headings];
      const [transcript = [], ...beside] = await readWithModel(namesModel, texts, {
        signal: given,
        onProgress,
      });
      const labels = beside.slice(0, speakers.length);
      const read = { transcript, labels, headings: beside.slice(speakers.length) };
      return suggester.ask('names', document, { read });
    },
    signal,
  );
}
