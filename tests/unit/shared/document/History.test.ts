import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { History, type ChangeKind, type Step } from '../../../../shared/document/History';

const say = (label: string, lengthStep: number): Command => ({
  label,
  steps: [{ type: 'setBoundaries', boundaries: { ...emptyDocument().boundaries, lengthStep } }],
});

describe('History', () => {
  const make = () => {
    const history = new History();
    let document: ProjectDocument = emptyDocument();
    const carryOut = (kind: ChangeKind, command: Command) => {
      const applied = applyCommand(document, command);
      document = applied.document;
      history.add(kind, applied.inverse, command.label);
    };
    return {
      history,
      carryOut,
      step: (kind: Step) => {
        const command = history.next(kind)?.command;
        if (command) carryOut(kind, command);
        return command?.label;
      },
      at: () => document.boundaries.lengthStep,
    };
  };

  it('goes back and forth in what was done, to the same places', () => {
    const { carryOut, step, at } = make();
    carryOut('do', say('a', 2));
    carryOut('do', say('b', 3));
    expect([step('undo'), at(), step('undo'), at(), step('undo')]).toEqual(['b', 2, 'a', 0, undefined]);
    expect([step('redo'), at(), step('redo'), at(), step('redo')]).toEqual(['a', 2, 'b', 3, undefined]);
  });

  it('has nothing to do again once something else was done, and takes back what that was', () => {
    const { carryOut, step, at, history } = make();
    carryOut('do', say('a', 2));
    step('undo');
    carryOut('do', say('c', 7));
    expect(history.next('redo')).toBeUndefined();
    expect([step('undo'), at()]).toEqual(['c', 0]);
  });

  it('knows nothing of what no person did', () => {
    const { carryOut, history } = make();
    carryOut('do', say('a', 2));
    carryOut('amend', say('x', 9));
    expect(history.next('undo')?.command.label).toBe('a');
    expect(history.next('redo')).toBeUndefined();
  });

  it('goes on by itself when it was copied', () => {
    const { carryOut, history } = make();
    carryOut('do', say('a', 2));
    const copy = history.copy();
    copy.add('undo', say('a', 2), 'a');
    expect(history.next('undo')?.command.label).toBe('a');
    expect([copy.next('undo'), copy.next('redo')?.command.label]).toEqual([undefined, 'a']);
  });
});
