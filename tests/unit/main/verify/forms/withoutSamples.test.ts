import { describe, expect, it } from 'vitest';
import { withoutSamples } from '../../../../../main/verify/forms/withoutSamples';

describe('samples that read as text', () => {
  it('are one where all channels have them', () => {
    expect(withoutSamples(`${'\t{'.repeat(6)}${'\tZ'.repeat(6)}\tg`)).toBe('\t{\tZ\tg');
    expect(withoutSamples('Z\tq'.repeat(3))).toBe('Z\tq');
  });

  it('leave a name that is written among them', () => {
    expect(withoutSamples(`${'ab'.repeat(4)} Aigul Bekova, A. A.`)).toBe('ab Aigul Bekova, A. A.');
  });
});
