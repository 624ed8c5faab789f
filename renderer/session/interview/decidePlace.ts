import { toAppErrorShape } from '../../../shared/model/errors';
import { decidePlaces } from '../../../shared/edits/decidePlaces';
import type { PlaceDecision } from '../../../shared/model/placeDecision';
import type { Interview } from './Interview';

/** Decides for words where they stand, or tells why they cannot be decided by themselves. */
export function decidePlace(interview: Interview, ...places: readonly PlaceDecision[]): void {
  try {
    interview.execute(decidePlaces(interview.document, places, 'rough'));
  } catch (error) {
    interview.store.setState({ failure: toAppErrorShape(error) });
  }
}
