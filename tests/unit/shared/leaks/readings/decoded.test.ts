import { expect, test } from 'vitest';
import { decoded } from '../../../../../shared/leaks/readings/decoded';

/** Says a text in bytes of a character set, and reads them in another, as programs do by mistake. */
const misread = (bytes: readonly number[], as: string): string =>
  new TextDecoder(as).decode(Uint8Array.from(bytes));
const utf8 = (text: string): number[] => [...Buffer.from(text)];
const percent = (text: string): string =>
  utf8(text)
    .map((byte) => `%${byte.toString(16)}`)
    .join('');
const printable = (text: string): string => percent(text).toUpperCase().replaceAll('%', '=');
const escaped = (text: string): string =>
  Array.from(text, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

const NAME = 'Серик';
test.each([
  ['percent encoding', percent(NAME)],
  ['percent encoding in an address', `https://example.org/wiki/${percent(NAME)}`],
  ['percent encoding of letters that need none', '%53er%69k'],
  ['quoted-printable', printable(NAME)],
  ['a header in Base64', `=?UTF-8?B?${Buffer.from(NAME).toString('base64')}?=`],
  ['a header in quoted-printable', `=?utf-8?Q?${printable(NAME)}?=`],
  ['escapes of JSON', escaped(NAME)],
  ['escapes that are escaped again', percent(escaped(NAME))],
  ['Base64', Buffer.from(NAME).toString('base64')],
  ['Base64 for addresses', Buffer.from(NAME).toString('base64url')],
  ['hexadecimal', Buffer.from(NAME).toString('hex')],
  ['the host of an address', new URL(`http://${NAME}.kz`).href],
  ['UTF-8 read as Windows-1251', misread(utf8(NAME), 'windows-1251')],
  ['UTF-8 read as Latin', Buffer.from(NAME).toString('latin1')],
  ['KOI8-R read as Windows-1251', 'уЕТЙЛ'],
  ['Windows-1251 read as Latin', 'Ñåðèê'],
  ['a tag within the word', 'Сер<b>ик</b>'],
  ['a comment within the word', 'Сер<!-- -->ик'],
  ['a tag for a place to break', 'Сер<wbr>ик'],
  ['signs within the word', 'Сер*ик'],
])('reads %s', (_name, text) => {
  expect(decoded(text).some((one) => /серик|serik/iu.test(one))).toBe(true);
});

test.each([
  'R&D',
  '100%',
  '50%25',
  'a=b',
  '2+2=4',
  '<3',
  'C:\\users',
  'deadbeef',
  'facade',
  'xn--',
  '=?x?B??=',
  '%FF%FE',
])('reads nothing else in %s', (text) => {
  expect(decoded(text).filter((one) => /[а-яё]|serik/iu.test(one))).toEqual([]);
});
