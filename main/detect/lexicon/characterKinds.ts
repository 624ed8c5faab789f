/** Kinds of characters, each a bit. */
export const CHARACTER = { letter: 1, mark: 2, number: 4, format: 8, space: 16 } as const;

/** Set for a unit whose kinds were asked before. */
const KNOWN = 128;
/** Kinds by UTF-16 code unit: a class of all letters has hundreds of ranges, which a pattern searches for each of them. */
const units = new Uint8Array(0x1_0000);

const kindsOf = (character: string): number =>
  (/\p{L}/u.test(character) ? CHARACTER.letter : 0) |
  (/\p{M}/u.test(character) ? CHARACTER.mark : 0) |
  (/\p{N}/u.test(character) ? CHARACTER.number : 0) |
  (/\p{Cf}/u.test(character) ? CHARACTER.format : 0) |
  (/\s/u.test(character) ? CHARACTER.space : 0);

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Returns the kinds of the character at an offset; none behind the end. */
export function kindsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isSurrogate(unit)) return kindsOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const known = units[unit] ?? 0;
  return known > 0 || at >= text.length ? known : (units[unit] = kindsOf(text.charAt(at)) | KNOWN);
}

/** Returns the offset of the character behind the one at an offset. */
export const behind = (text: string, at: number): number =>
  at + (isSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Returns where the characters of these kinds end that stand from an offset on. */
export function endOfRun(text: string, at: number, kinds: number): number {
  while (kindsAt(text, at) & kinds) at = behind(text, at);
  return at;
}
