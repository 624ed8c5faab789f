import type { ProjectDocument } from '../../../shared/document/document';
import type { DesktopApp } from './host';

/** Calls a method of the contract past the screen, for the project that was opened first unless another is named. */
export function call<R>({ page }: DesktopApp, method: string, params: object): Promise<R> {
  return page.evaluate(
    async (request) => {
      const envelope = await window.withheld.call({ id: 'test', ...request });
      if (!envelope?.ok) throw new Error(`${request.method} failed`);
      return envelope.result as R;
    },
    { method, params: { project: 'p1', ...params } },
  );
}

/** Returns the document on the disk. */
export const loaded = async (app: DesktopApp, project = 'p1'): Promise<ProjectDocument> =>
  (await call<{ document: ProjectDocument }>(app, 'project.load', { project })).document;

/** Returns the document on the disk, once the window says that everything is saved. */
export async function stored(app: DesktopApp, project = 'p1'): Promise<ProjectDocument> {
  await app.page.getByText(/^(?:saved|сохранено)$/u).waitFor();
  return loaded(app, project);
}

/** Keeps the main process busy for so many milliseconds, as a slow disk does. */
export const keepBusy = (app: DesktopApp, milliseconds: number): Promise<void> =>
  app.inMain((_electron, time) => {
    const end = Date.now() + time;
    while (Date.now() < end);
  }, milliseconds);

/** Makes the page believe that eleven minutes have passed in which nobody touched the window. */
export const leaveAlone = ({ page }: DesktopApp): Promise<void> =>
  page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 11 * 60_000;
  });
