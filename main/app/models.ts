import { rm, stat } from 'node:fs/promises';
import type { modelsApi } from '../../shared/contract/models';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { claimTarget } from '../download/claimTarget';
import { downloadFile, type DownloadOptions } from '../download/downloadFile';
import { partBytes, removePart } from '../download/Part';
import type { SystemProxy } from '../download/proxyFor';
import { addModel } from '../transcribe/models/addModel';
import { listModels } from '../transcribe/models/listModels';
import { rememberDigests } from '../transcribe/models/modelDigests';
import { DEMO, fileOf, modelPath } from '../transcribe/models/modelPath';
import { modelList, publishedModels } from '../transcribe/models/publishedModels';
import { resolveModel } from '../transcribe/models/resolveModel';
import { testModel } from '../transcribe/testModel';
import type { CallContext, HandlersOf } from './Handlers';

/**
 * Lists, gets, adds, tests and removes models.
 * @param systemProxy reads the system's own proxy settings, where there is something that can.
 */
export function models(systemProxy?: SystemProxy): HandlersOf<typeof modelsApi> {
  return {
    'models.list': async ({ language }) => {
      const list = await listModels(language);
      const listed = list.models.map(async (model) => {
        const part = model.present ? 0 : await partBytes(modelPath(model.name));
        return part > 0 ? { ...model, part } : model;
      });
      return { ...list, models: await Promise.all(listed) };
    },
    'models.get': ({ name }, context) => getModel(name, { ...context, systemProxy }),
    'models.add': ({ file }, context) => addModel(file, context),
    'models.test': async ({ name }, { signal }) => {
      const model = await resolveModel(name, signal);
      return { name: model.name, ...(await testModel(model, signal)) };
    },
    'models.remove': async ({ name }) => {
      await removeModel(name);
      return {};
    },
  };
}

async function getModel(name: string, context: CallContext & Pick<DownloadOptions, 'systemProxy'>) {
  const model = publishedModels().get(name);
  if (!model) {
    throw new AppError(
      'MODEL_MISSING',
      t('No published model has that name.'),
      t('Choose one of these: {names}.', { names: [...publishedModels().keys()].join(', ') }),
    );
  }
  const { bytes } = model;
  const target = modelPath(name);
  // A damaged file must be told and removed first: nobody agreed to download anything in its place.
  const there = await resolveModel(name, context.signal).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'MODEL_MISSING') return null;
    throw error;
  });
  if (there) return { name, bytes, sha256: there.sha256, before: true };
  const { address, hosts } = modelList();
  const wanted = { url: new URL(fileOf(name), address).href, hosts, bytes, digests: model };
  const digests = await downloadFile(wanted, target, context);
  await rememberDigests(target, digests);
  return { name, bytes, sha256: digests.sha256, before: false };
}

/**
 * @throws {AppError} `MODEL_MISSING` where there is nothing of it, `DOWNLOAD_FAILED` while it is being got, `USAGE` for
 * the demo's.
 */
async function removeModel(name: string): Promise<void> {
  if (name === DEMO) {
    throw new AppError('USAGE', t('The demo’s model is a part of the app.'), t('Remove another one.'));
  }
  const path = modelPath(name);
  const isThere = (await stat(path).catch(() => null))?.isFile() === true;
  const isNamed = path !== name;
  if (!isNamed || (!isThere && (await partBytes(path)) === 0)) {
    throw new AppError(
      'MODEL_MISSING',
      t('There is no model of that name in the models folder.'),
      t('Look which there are; a file elsewhere is yours to remove.'),
    );
  }
  const claim = await claimTarget(path);
  try {
    await removePart(path);
    await rm(path, { force: true });
  } finally {
    await claim.release();
  }
}
