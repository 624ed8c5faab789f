import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { coresOfCpuinfo, physicalCores } from '../../../../../main/transcribe/native/physicalCores';

const x86 = (processor: number, socket: number, core: number) =>
  `processor\t: ${processor}\nmodel name\t: A CPU\nphysical id\t: ${socket}\ncore id\t\t: ${core}\n`;

describe('physicalCores', () => {
  it('counts two threads of one core once', () => {
    expect(coresOfCpuinfo([x86(0, 0, 0), x86(1, 0, 1), x86(2, 0, 0), x86(3, 0, 1)].join('\n'))).toBe(2);
  });

  it('counts the same core number on two sockets twice', () => {
    expect(coresOfCpuinfo([x86(0, 0, 0), x86(1, 1, 0)].join('\n'))).toBe(2);
  });

  it('takes processors without core numbers one by one', () => {
    expect(
      coresOfCpuinfo(
        'processor\t: 0\nBogoMIPS\t: 50\n\nprocessor\t: 1\nBogoMIPS\t: 50\n\nHardware\t: A board\n',
      ),
    ).toBe(2);
  });

  it('is never more than this program may use', () => {
    expect(physicalCores()).toBeGreaterThanOrEqual(1);
    expect(physicalCores()).toBeLessThanOrEqual(availableParallelism());
  });
});
