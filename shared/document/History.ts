import type { Command } from './commands';

/**
 * How a command came about: a person did something, took it back or did it again; or it belongs to what was done before
 * and is nothing that a person did, so that taking back knows nothing of it.
 */
export const CHANGE_KINDS = ['do', 'undo', 'redo', 'amend'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** A step back or forth. */
export type Step = 'undo' | 'redo';

/** What a step would come to. */
export interface Next {
  /** What the change is known by that it takes back: one that was done, or itself a step. */
  of: string;
  command: Command;
}

/** What can be taken back and done again, the next one last. */
export class History {
  #undo: Next[] = [];
  #redo: Next[] = [];

  /** Undefined where there is nothing. */
  next(step: Step): Next | undefined {
    return this.all(step).at(-1);
  }

  /**
   * To be told of every change.
   * @param inverse takes it back.
   * @param of what it is known by.
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

  /** All that there is of one kind, the next one last. */
  all(step: Step): readonly Next[] {
    return step === 'undo' ? this.#undo : this.#redo;
  }

  copy(): History {
    return History.from(this.#undo, this.#redo);
  }

  /** What `all` gave. */
  static from(undo: readonly Next[], redo: readonly Next[]): History {
    const made = new History();
    made.#undo = [...undo];
    made.#redo = [...redo];
    return made;
  }
}
