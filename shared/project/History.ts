import type { Command } from './commands';

/**
 * How a command came about: a person did something, took it back or did it again; or it belongs to what was done before
 * and is nothing that a person did, so that taking back knows nothing of it.
 */
export const CHANGE_KINDS = ['do', 'undo', 'redo', 'amend'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** A step back or forth. */
export type Step = 'undo' | 'redo';

/** What can be taken back and done again: the commands that would do it, the next one last. */
export class History {
  #undo: Command[] = [];
  #redo: Command[] = [];

  /** What a step would carry out; undefined where there is nothing. */
  next(step: Step): Command | undefined {
    return (step === 'undo' ? this.#undo : this.#redo).at(-1);
  }

  /** To be told of every command that was carried out, with the one that takes it back. */
  add(kind: ChangeKind, inverse: Command): void {
    if (kind === 'do') {
      this.#undo.push(inverse);
      this.#redo = [];
    } else if (kind === 'undo') {
      this.#undo.pop();
      this.#redo.push(inverse);
    } else if (kind === 'redo') {
      this.#redo.pop();
      this.#undo.push(inverse);
    }
  }

  copy(): History {
    const copy = new History();
    copy.#undo = [...this.#undo];
    copy.#redo = [...this.#redo];
    return copy;
  }
}
