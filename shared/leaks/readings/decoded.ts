import punycode from 'punycode/';

/** Most times that a text is decoded again; only a text made on purpose needs more. */
const MOST_TIMES = 3;
/** Least characters of a run in Base64 or hexadecimal; shorter ones are everyday words and numbers. */
const SHORTEST_CODE_CHARACTERS = 8;

const PERCENT = /(?:%[0-9a-f]{2})+/giu;
const PRINTABLE = /(?:=[0-9A-F]{2})+/gu;
const ESCAPES = /(?:\\u\{[0-9a-f]{1,6}\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2})+/giu;
const ESCAPE = /\\u\{([0-9a-f]+)\}|\\[ux]([0-9a-f]+)/giu;
/** Matches a part of a mail's header that is written in a character set of its own. See RFC 2047. */
const HEADER_PART = /=\?([\w-]+)\?([bq])\?([^?\s]*)\?=/giu;
const HOST = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;
const BASE64 = new RegExp(`^(?=.{${SHORTEST_CODE_CHARACTERS},}$)[A-Za-z0-9+/_-]+={0,2}$`, 'u');
const HEX = new RegExp(`^(?:[0-9a-f]{2}){${SHORTEST_CODE_CHARACTERS / 2},}$`, 'iu');
/** Matches a tag of HTML, a cue's tag, or a comment, all of it. */
const TAG = /<!--.*?-->|<\/?[\p{L}][^<>]*>/gu;
/** Matches signs within a word that join no words: `Ti*mur`. */
const SIGNS_WITHIN = /(?<=\p{L}\p{M}*)[^\p{L}\p{M}\p{N}\s./:@_&'’‐‑–—-]+(?=\p{L})/gu;

/**
 * Returns what a text says when what is encoded in it is decoded: percent encoding, the encodings of mail, escapes of
 * JSON and of programs, names of hosts in Punycode (RFC 3492), Base64, hexadecimal, and text that was read in the wrong
 * code page. Tags within words are left out. Readings that say the same as the text are left out too.
 */
export function decoded(text: string): string[] {
  const found = new Set<string>();
  let last = [text];
  for (let i = 0; i < MOST_TIMES && last.length > 0; i++) {
    last = last.flatMap(decodedOnce).filter((reading) => reading !== text && !found.has(reading));
    for (const reading of last) found.add(reading);
  }
  return [...found];
}

function decodedOnce(text: string): string[] {
  return [
    text.replace(PERCENT, (run) => bytesAs('utf-8', hexOf(run)) ?? run),
    text.replace(PRINTABLE, (run) => bytesAs('utf-8', hexOf(run)) ?? run),
    text.replace(ESCAPES, (run) => run.replace(ESCAPE, escaped)),
    text.replace(HEADER_PART, (part, charset: string, kind: string, coded: string) => {
      const bytes = /b/iu.test(kind) ? base64Bytes(coded) : quotedBytes(coded);
      return (bytes && bytesAs(charset, bytes)) ?? part;
    }),
    text.replace(HOST, (host) => (/(?:^|\.)xn--/iu.test(host) ? hostOf(host) : host)),
    text.replace(TAG, ''),
    text.replace(SIGNS_WITHIN, ''),
    ...codes(text.replace(/^[^\p{L}\p{N}+/]+|[^\p{L}\p{N}+/=]+$/gu, '')),
    ...otherCodePages(text),
  ];
}

/** Decodes a text that is nothing but a code. */
function codes(text: string): string[] {
  const bytes = [
    BASE64.test(text) && /\d|=$|\p{Ll}\p{Lu}/u.test(text) ? base64Bytes(text) : null,
    HEX.test(text) ? hexOf(text) : null,
  ];
  return bytes.flatMap((one) => {
    const read = one && bytesAs('utf-8', one);
    return read !== null && /^[\p{L}\p{M}\p{N}\p{P}\p{Zs}]*\p{L}{2}[\p{L}\p{M}\p{N}\p{P}\p{Zs}]*$/u.test(read)
      ? [read]
      : [];
  });
}

const hexOf = (run: string): number[] =>
  (run.match(/[0-9a-f]{2}/giu) ?? []).map((code) => Number.parseInt(code, 16));

const quotedBytes = (coded: string): number[] =>
  (coded.match(/=[0-9A-F]{2}|[^=]/giu) ?? []).map((one) =>
    one.length > 1 ? Number.parseInt(one.slice(1), 16) : one === '_' ? 0x20 : one.charCodeAt(0),
  );

function base64Bytes(coded: string): number[] | null {
  try {
    return Array.from(atob(coded.replace(/-/gu, '+').replace(/_/gu, '/')), (one) => one.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Reads bytes in a character set; null when they are nothing in it, or nobody knows the set. */
function bytesAs(charset: string, bytes: readonly number[]): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

function escaped(whole: string, long: string | undefined, short: string | undefined): string {
  const code = Number.parseInt(long ?? short ?? '', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function hostOf(host: string): string {
  try {
    return punycode.toUnicode(host.toLowerCase());
  } catch {
    return host;
  }
}

/** The code page that a text was read in, the one that it was written in, and what such a text looks like. */
const MISREAD: readonly (readonly [string, string, RegExp])[] = [
  ['windows-1251', 'utf-8', /(?:[РС][\u0080-\u04ff‚„…†‡€‰‹‘’“”•–—™›№\u00a0].?){2}/u],
  ['windows-1252', 'utf-8', /[ÂÃÄÅÐÑÒØÙ][\u0080-\u0192\u02c6\u02dc\u2013-\u2122]/u],
  ['windows-1252', 'windows-1251', /[À-ÿ]{2}/u],
  ['windows-1252', 'koi8-r', /[À-ÿ]{2}/u],
  ['windows-1251', 'koi8-r', /^\P{L}*\p{Ll}\p{Lu}{2}/u],
  ['koi8-r', 'windows-1251', /^\P{L}*\p{Ll}\p{Lu}{2}/u],
];

const codePages = new Map<string, Map<string, number>>();
/** Signs of Windows-1252 from 0x80 on, a space for each that it does not have. */
const WESTERN = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Returns the bytes of letters in a code page, worked out once. */
function codePage(charset: string): Map<string, number> {
  let page = codePages.get(charset);
  if (!page) {
    page = new Map(
      Array.from({ length: 256 }, (_, byte): [string, number] => [
        new TextDecoder(charset).decode(Uint8Array.of(byte)),
        byte,
      ]),
    );
    // Node 20 gives control characters for these signs.
    if (charset === 'windows-1252')
      for (const [i, sign] of Array.from(WESTERN).entries()) if (sign !== ' ') page.set(sign, 0x80 + i);
    codePages.set(charset, page);
  }
  return page;
}

function otherCodePages(text: string): string[] {
  return MISREAD.flatMap(([read, written, looks]) => {
    if (!looks.test(text)) return [];
    const bytes = Array.from(text, (letter) => codePage(read).get(letter));
    if (bytes.includes(undefined)) return [];
    return (
      bytesAs(
        written,
        bytes.flatMap((byte) => byte ?? []),
      ) ?? []
    );
  });
}
