import { writeFileSync } from 'node:fs';
import Pbf from 'pbf';
import { FLOAT } from './makeNamesModel';

export interface TinyVoiceModel {
  /** The input's kind of values, by ONNX's number, and its dimensions. */
  type?: number;
  dims?: readonly (string | number)[];
  /** The dimension that it sums over. */
  axis?: number;
}

/** ONNX's numbers for kinds of attributes (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto). */
const INT = 2;
const INTS = 7;

/**
 * Writes a model that places a sound by how much each of its 80 bands moves.
 * @returns the path of its ONNX file.
 */
export function makeVoiceModel(file: string, tiny: TinyVoiceModel = {}): string {
  const { type = FLOAT, dims = [1, 'frames', 80], axis = 1 } = tiny;
  const node = message((of) => {
    of.writeStringField(1, 'feats');
    of.writeStringField(2, 'embs');
    of.writeStringField(4, 'ReduceL2');
    of.writeBytesField(
      5,
      attribute('axes', INTS, (one) => one.writeVarintField(8, axis)),
    );
    of.writeBytesField(
      5,
      attribute('keepdims', INT, (one) => one.writeVarintField(3, 0)),
    );
  });
  const answer = dims.filter((_, i) => i !== axis);
  const graph = message((of) => {
    of.writeBytesField(1, node);
    of.writeStringField(2, 'voices');
    of.writeBytesField(11, value('feats', type, dims));
    of.writeBytesField(12, value('embs', type, answer));
  });
  const opset = message((of) => {
    of.writeStringField(1, '');
    of.writeVarintField(2, 17);
  });
  writeFileSync(
    file,
    message((model) => {
      model.writeVarintField(1, 8);
      model.writeBytesField(7, graph);
      model.writeBytesField(8, opset);
    }),
  );
  return file;
}

function message(fill: (pbf: Pbf) => void): Uint8Array {
  const pbf = new Pbf();
  fill(pbf);
  return pbf.finish();
}

const attribute = (name: string, type: number, fill: (pbf: Pbf) => void): Uint8Array =>
  message((of) => {
    of.writeStringField(1, name);
    fill(of);
    of.writeVarintField(20, type);
  });

function value(name: string, type: number, dims: readonly (string | number)[]): Uint8Array {
  const shape = message((of) => {
    for (const dim of dims)
      of.writeBytesField(
        1,
        message((one) =>
          typeof dim === 'number' ? one.writeVarintField(1, dim) : one.writeStringField(2, dim),
        ),
      );
  });
  const tensor = message((of) => {
    of.writeVarintField(1, type);
    of.writeBytesField(2, shape);
  });
  return message((info) => {
    info.writeStringField(1, name);
    info.writeBytesField(
      2,
      message((of) => of.writeBytesField(1, tensor)),
    );
  });
}
