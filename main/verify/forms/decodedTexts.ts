/** Least characters of an encoded run; shorter runs are everyday words and numbers. */
const SHORTEST_CHARACTERS = 6;
const BASE64 = new RegExp(`[A-Za-z0-9+/_-]{${SHORTEST_CHARACTERS},}={0,2}`, 'gu');
const HEX = new RegExp(`(?:[0-9a-f]{2}[\\s:]?){${SHORTEST_CHARACTERS},}`, 'giu');
const PERCENT = /(?:%[0-9a-f]{2}|=[0-9A-F]{2}|[\w.-])+/giu;

/** Decodes what stands encoded in a text: in Base64, hexadecimal, percent-encoding or quoted-printable. */
export function decodedTexts(text: string): string[] {
  const base64 = (text.match(BASE64) ?? []).flatMap((run) =>
    // Other signs may stand before the code, so a run is read from each of the four places where a group may begin.
    [0, 1, 2, 3].flatMap((skip) => readings(Buffer.from(run.slice(skip), 'base64'))),
  );
  const hex = (text.match(HEX) ?? []).flatMap((run) =>
    readings(Buffer.from(run.replace(/[\s:]/gu, ''), 'hex')),
  );
  const percent = (text.match(PERCENT) ?? [])
    .filter((run) => /[%=][0-9a-f]{2}/iu.test(run))
    .flatMap((run) =>
      readings(
        Buffer.from(
          run.replace(/[%=]([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
          'latin1',
        ),
      ),
    );
  return [...base64, ...hex, ...percent];
}

/** Reads bytes as UTF-8 and as UTF-16, if they may be that. */
function readings(bytes: Buffer): string[] {
  return (['utf-8', 'utf-16le', 'utf-16be'] as const).flatMap((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return isWriting(text) ? [text] : [];
    } catch {
      return [];
    }
  });
}

/**
 * Tells whether people may have written a text: any bytes are UTF-16, but people use one block of letters, and signs.
 */
function isWriting(text: string): boolean {
  const blocks = new Set(Array.from(text, (letter) => (letter.codePointAt(0) ?? 0) >> 8));
  blocks.delete(0);
  return blocks.size <= 1 && /\p{L}{2}|\d{6}/u.test(text);
}
