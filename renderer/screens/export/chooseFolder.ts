import { call } from '../../session/calls/call';

/** Asks for a folder; null when the person changed their mind. */
export async function chooseFolder(): Promise<string | null> {
  const { path } = await call('window.chooseFolder', {});
  return path;
}
