import { env, InferenceSession } from 'onnxruntime-web/wasm';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { noMemoryFor, type OwnModelKind } from './noMemoryFor';

/** Turns the runtime's log off, since errors tell what goes wrong. */
export const NO_ONNX_LOG = { logSeverityLevel: 4 } as const;

/** The purpose of a model, and the error that says that a model is of no use for it. */
export interface OnnxKind {
  name: OwnModelKind;
  invalid: (message: string, next: string, cause?: unknown) => AppError;
}

/**
 * Makes a model that a person brought ready to run in this thread. It does not run the model yet.
 * @param model the bytes of the file. Nothing but them is read: weights in a second file are refused.
 * @param wasm the runtime's WebAssembly, which is given so that nothing is fetched from anywhere.
 * @throws {AppError} `kind.invalid` when the file is not a model that can be run; `OUT_OF_MEMORY`; `TOOL_FAILED` when
 * the runtime does not run on this machine.
 */
export async function loadOnnx(
  model: Uint8Array,
  wasm: Uint8Array,
  kind: OnnxKind,
): Promise<InferenceSession> {
  env.wasm.numThreads = 1;
  env.wasm.proxy = false;
  env.wasm.wasmBinary = new Uint8Array(wasm).buffer;
  env.logLevel = 'error';
  try {
    return await InferenceSession.create(model, { executionProviders: ['wasm'], ...NO_ONNX_LOG });
  } catch (error) {
    throw loadingFailure(error, kind);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const isOutOfMemory = (error: unknown): boolean =>
  /bad_alloc|out of memory|allocation failed|failed to allocate|memory access out of bounds/iu.test(
    messageOf(error),
  );

function loadingFailure(cause: unknown, kind: OnnxKind): AppError {
  const message = messageOf(cause);
  if (isOutOfMemory(cause)) return noMemoryFor(kind.name, cause);
  if (/no available backend/iu.test(message)) {
    return new AppError(
      'TOOL_FAILED',
      t(
        '{kind, select, voice {A voice model} other {A names model}} does not run on this machine: its processor lacks instructions that it needs.',
        { kind: kind.name },
      ),
      t('{kind, select, voice {Do without a voice model here.} other {Do without a names model here.}}', {
        kind: kind.name,
      }),
      { cause },
    );
  }
  if (/external data|external_data|MountedFiles/iu.test(message)) {
    return kind.invalid(
      t('The model keeps its weights in a second file, which is not read.'),
      t('Export it as one .onnx file, with its weights in it.'),
      cause,
    );
  }
  if (/protobuf parsing failed|ModelProto does not have a graph|No graph was found/iu.test(message)) {
    return kind.invalid(
      t('The file is no ONNX model, or its end is missing.'),
      t(
        'Choose a file that ends in .onnx, or get it again; a model in another form has to be exported to ONNX first.',
      ),
      cause,
    );
  }
  return kind.invalid(
    t('The model is in ONNX, and uses something that cannot be run here.'),
    t(
      'Export it again with the operators of ONNX alone (opset 17, say), without those of one graphics card or one runtime.',
    ),
    cause,
  );
}
