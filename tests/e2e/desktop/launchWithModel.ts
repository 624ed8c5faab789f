import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp, type DesktopApp } from './host';
import { unlock } from './openInterview';

/** Opens a project in an app that used the demo model last: it hears what came from elsewhere. */
export async function launchWithModel(folder: string, project: string): Promise<DesktopApp> {
  const userData = join(folder, 'settings');
  mkdirSync(userData);
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ model: 'demo' }));
  const app = await launchApp({ userData, args: [project] });
  await unlock(app);
  return app;
}
