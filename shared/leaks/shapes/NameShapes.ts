import type { Piece } from '../../text/glued';
import { AccountShapes } from './AccountShapes';
import { NameForms } from './NameForms';
import { NumberShapes } from './NumberShapes';
import type { FoundShape, ShapedForm, ShapeRules } from './shape';
import { SoundShapes } from './SoundShapes';
import { SpacelessShapes } from './SpacelessShapes';
import { SpelledShapes } from './SpelledShapes';
import { TitleShapes } from './TitleShapes';
import { WritingShapes } from './WritingShapes';

/**
 * Finds everything that people make of a name, a number, a date or an address: case forms, short forms, parts,
 * spellings aloud. All of it is asked about, and none is decided.
 */
export class NameShapes {
  readonly #names: NameForms;
  readonly #titles: TitleShapes;
  readonly #numbers: NumberShapes;
  readonly #accounts: AccountShapes;
  readonly #sounds: SoundShapes;
  readonly #spaceless: SpacelessShapes;
  readonly #writings: WritingShapes;
  readonly #spelled: SpelledShapes;

  constructor(forms: readonly ShapedForm[], rules: ShapeRules) {
    this.#sounds = new SoundShapes(rules);
    this.#spaceless = new SpacelessShapes(rules);
    this.#names = new NameForms(rules, this.#sounds, this.#spaceless);
    this.#titles = new TitleShapes(rules);
    this.#numbers = new NumberShapes(rules.language);
    this.#accounts = new AccountShapes(rules);
    this.#writings = new WritingShapes(this.#names, this.#titles, this.#accounts, rules);
    this.#spelled = new SpelledShapes(this.#names, this.#titles, this.#accounts, rules);
    for (const form of forms) this.#learn(form);
  }

  /** Finds every place, among the texts and their folded words, where something is made of what is withheld. */
  find(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    return [
      ...this.#names.find(texts, pieces),
      ...this.#writings.find(texts, pieces),
      ...this.#spelled.find(texts, pieces),
      ...this.#titles.find(texts, pieces),
      ...this.#numbers.find(texts, pieces),
      ...this.#spaceless.find(texts, pieces),
      ...this.#sounds.find(pieces),
      ...this.#accounts.find(pieces),
    ];
  }

  #learn(form: ShapedForm): void {
    const { type } = form;
    this.#numbers.learn(form);
    if (type === 'date' || type === 'phone') return;
    this.#accounts.learn(form);
    if (type === 'email' || type === 'id') return;
    this.#titles.learn(form);
    this.#sounds.learn(form);
    this.#names.learn(form);
  }
}
