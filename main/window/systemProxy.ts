import type { Session } from 'electron';

/**
 * Returns what asks the system's own settings which proxy leads to an address. The settings are read only while it
 * asks, so before a download nothing looks at them. A script of settings (PAC) at a named host cannot be got, because
 * in Chromium no name leads anywhere; the settings then name no proxy.
 * @param open opens a session that no page uses: the pages' own never look for a proxy.
 * @returns the answer in the form of such scripts: `PROXY host:port; DIRECT`.
 */
export const systemProxy =
  (open: () => Pick<Session, 'setProxy' | 'resolveProxy'>) =>
  async (url: string): Promise<string> => {
    const session = open();
    await session.setProxy({ mode: 'system' });
    try {
      return await session.resolveProxy(url);
    } finally {
      await session.setProxy({ mode: 'direct' });
    }
  };
