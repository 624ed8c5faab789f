import { foldAll } from '../../../shared/redaction/matching';
import { FormIndex, type ProtectedForm } from '../../../shared/redaction/protectedForms';

/**
 * Finds protected forms in any text, by the same rules as the refusal before an export: whole words, long names
 * within longer words too, numbers by their digits; whatever the case, the accents, invisible characters or the signs
 * between the words. `Osh` in `washed` says nothing.
 */
export class FormFinder {
  readonly #index: FormIndex;

  constructor(forms: readonly ProtectedForm[]) {
    this.#index = new FormIndex(forms);
  }

  /** How many times any form stands in the text. */
  count(text: string): number {
    return this.#index.find(foldAll([text])).length;
  }
}
