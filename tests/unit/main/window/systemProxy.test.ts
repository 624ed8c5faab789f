import { describe, expect, it } from 'vitest';
import { systemProxy } from '../../../../main/window/systemProxy';

describe('the system’s proxy', () => {
  it('is read in a session of its own, only when somebody asks, and not afterwards', async () => {
    const calls: unknown[] = [];
    const ask = systemProxy(() => {
      calls.push('open');
      return {
        setProxy: ({ mode }: { mode?: string }) => Promise.resolve(void calls.push(mode)),
        resolveProxy: (url: string) => Promise.resolve((calls.push(url), 'PROXY 192.0.2.1:8080')),
      };
    });
    expect(calls).toEqual([]);
    expect(await ask('https://models.example/x')).toBe('PROXY 192.0.2.1:8080');
    expect(calls).toEqual(['open', 'system', 'https://models.example/x', 'direct']);
  });

  it('is let go of when reading it fails', async () => {
    const modes: unknown[] = [];
    const ask = systemProxy(() => ({
      setProxy: ({ mode }: { mode?: string }) => Promise.resolve(void modes.push(mode)),
      resolveProxy: () => Promise.reject(new Error('no settings')),
    }));
    await expect(ask('https://models.example/x')).rejects.toThrow('no settings');
    expect(modes).toEqual(['system', 'direct']);
  });
});
