import type { Command } from './commands';

/**
 * Ways in which a command came about: a person did something, took it back or did it again. A command that amends
 * belongs to what was done before; no person did it, so taking back knows nothing of it.
 */
export const CHANGE_KINDS = ['do', 'undo', 'redo', 'amend'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** A step back or forth. */
export type Step = 'undo' | 'redo';

/** The change that a step would make. */
export interface Next {
  /** Id of the change that it takes back: a change that was done, or itself a step. */
  of: string;
  command: Command;
}

/** Changes that can be taken back and done again, the next one last. */
export class History {
  #undo: Next[] = [];
  #redo: Next[] = [];

  /** Returns the next change of a step; undefined when there is none. */
  next(step: Step): Next | undefined {
    return this.all(step).at(-1);
  }

  /**
   * Records a change. It has to be told of every change.
   * @param inverse the command that takes it back.
   * @param of the id by which it is known.
   */
  add(kind: ChangeKind, inverse: Command, of: string): void {
    const next = { of, command: inverse };
    if (kind === 'do') {
      this.#undo.push(next);
      this.#redo = [];
    } else if (kind === 'undo') {
      this.#undo.pop();
      this.#redo.push(next);
    } else if (kind === 'redo') {
      this.#redo.pop();
      this.#undo.push(next);
    }
  }

  /** Returns all changes of one kind of step, the next one last. */
  all(step: Step): readonly Next[] {
    return step === 'undo' ? this.#undo : this.#redo;
  }

  copy(): History {
    return History.from(this.#undo, this.#redo);
  }

  /** Makes a history from what `all` returned. */
  static from(undo: readonly Next[], redo: readonly Next[]): History {
    const made = new History();
    made.#undo = [...undo];
    made.#redo = [...redo];
    return made;
  }
}
