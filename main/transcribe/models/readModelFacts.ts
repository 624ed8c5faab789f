import { t } from '../../../shared/messages/messages';
import { invalidModel } from './invalidModel';
import type { ModelFacts } from './ModelFacts';
import { ModelWalker } from './ModelWalker';
import { parakeetFacts } from './parakeetFacts';
import { ENGLISH_TOKEN_COUNT, whisperFacts } from './whisperFacts';

const MAGIC = 0x67676d6c;
/** First 32 bits of files in other formats, and the place where a tape archive says what it is. */
const GGUF = 0x46554747;
const ZIP = 0x04034b50;
const TAR = { at: 257, says: 'ustar' };

/**
 * Reads the facts of a model's file, whatever its name: a Whisper or Parakeet model in whisper.cpp's ggml format.
 * @throws {AppError} `MODEL_INVALID` when it is not such a file, `MODEL_TRUNCATED` when its end is missing.
 */
export const readModelFacts = (path: string): Promise<ModelFacts> => ModelWalker.through(path, walk);

async function walk(at: ModelWalker): Promise<ModelFacts> {
  const magic = at.size < 4 ? 0 : await at.number();
  if (magic !== MAGIC) throw await otherFormat(magic, at);
  const vocabulary = await at.number();
  // Both kinds begin alike. No Whisper model has a smaller vocabulary, and no Parakeet model has one nearly as large.
  return vocabulary >= ENGLISH_TOKEN_COUNT || vocabulary < 1
    ? whisperFacts(at, vocabulary)
    : parakeetFacts(at, vocabulary);
}

async function otherFormat(magic: number, at: ModelWalker): Promise<Error> {
  if (magic === GGUF) return invalidModel(t('It is one of another format, GGUF.'));
  if (magic === ZIP) return invalidModel(t('It is a ZIP archive, as PyTorch writes them.'));
  if (at.size > TAR.at + TAR.says.length) {
    at.skip(TAR.at - 4);
    if ((await at.text(TAR.says.length)) === TAR.says) {
      return invalidModel(
        t('It is a tape archive, as NeMo writes its models (.nemo).'),
        t(
          'Convert it with whisper.cpp’s convert-parakeet-to-ggml.py on any machine, and choose what that writes.',
        ),
      );
    }
  }
  return invalidModel(null);
}
