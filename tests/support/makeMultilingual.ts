/** Number of header fields before the mel filters, with the magic number. */
const HEADER = 12;
/** A token without text, which multilingual models have in front of those for the end and the start of a transcript. */
const ADDED_TOKEN = 50_256;
const EMBEDDING = 'decoder.token_embedding.weight';
/** Bytes of a q5_0 block of 32 numbers. */
const BLOCK = 22;

/**
 * Makes a multilingual model of an English-only one (q5_0). It gets one more token, which is all that whisper.cpp looks
 * at. It was not taught languages, so it detects any of them, but its way through the program is that of a real one.
 */
export function makeMultilingual(model: Buffer): Buffer {
  const header = Buffer.from(model.subarray(0, HEADER * 4));
  const vocabulary = header.readInt32LE(4);
  header.writeInt32LE(vocabulary + 1, 4);

  const name = model.indexOf(EMBEDDING);
  const [width, rows] = [model.readInt32LE(name - 8), model.readInt32LE(name - 4)];
  if (rows !== vocabulary) throw new Error('the embedding is not where it should be');
  const shape = Buffer.alloc(8);
  shape.writeInt32LE(width, 0);
  shape.writeInt32LE(rows + 1, 4);

  const weights = name + EMBEDDING.length;
  const row = (width / 32) * BLOCK;
  const added = weights + ADDED_TOKEN * row;
  return Buffer.concat([
    header,
    model.subarray(HEADER * 4, name - 8),
    shape,
    model.subarray(name, added),
    model.subarray(added, added + row),
    model.subarray(added),
  ]);
}
