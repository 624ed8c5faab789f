import { useApp } from '../../client/app';
import { call } from '../../client/call';

/** Lets the person choose a project file; its passphrase is asked for next. */
export async function chooseInterview(): Promise<void> {
  const { path } = await call('window.chooseFile', { kind: 'project' });
  if (path !== null) useApp.setState({ asked: path, screen: 'start' });
}
