const VOWEL = /[аәеиоөуұүыіэюя]/u;

/**
 * Returns how a Kazakh, Kyrgyz or Uzbek given name is shortened with respect or with love: `нұрлан` → `нұреке`,
 * `нұрлаш`, `нұржан`, and by the beginning of its second part, `нұрлекең`. The rules are regular, so most names need no
 * list.
 * @param name folded, in Cyrillic.
 */
export function diminutiveKazakh(name: string): string[] {
  const letters = Array.from(name);
  const first = letters.findIndex((letter) => VOWEL.test(letter));
  if (first < 0 || letters.length < 4 || name.length > 14) return [];
  const open = letters.slice(0, first + 1).join('');
  const closed = letters.slice(0, first + 2).join('');
  const last = letters.findLastIndex((letter) => VOWEL.test(letter));
  const whole = letters.slice(0, last + 1).join('');
  const stems = [open, closed, whole];
  // The second part of a name begins before the second vowel: `нұрл`, `ерж`, `төл`.
  const second = letters.findIndex((letter, k) => k > first && VOWEL.test(letter));
  const both = second < 0 ? '' : letters.slice(0, second).join('');
  const two = second < 0 || second + 1 >= letters.length ? '' : letters.slice(0, second + 1).join('');
  const vowel = /[әеөүіи]/u.test(open) ? 'е' : 'а';
  return [
    ...['ке', 'кен', 'кең'].flatMap((end) => [open + end, whole + end]),
    ...['еке', 'екең', 'аке', 'ике', 'ека', 'а'].map((end) => closed + end),
    ...stems.flatMap((stem) => ['ш', 'ша', 'шка'].map((end) => stem + end)).filter((form) => form.length > 3),
    ...['ыш', 'іш', 'еш', 'аш', 'ош', 'уш', 'иш', 'тай', 'жан'].map((end) => closed + end),
    ...(both === ''
      ? []
      : ['еке', 'екең', 'екен', 'ека', 'ике', 'еш', 'аш', 'ік', 'ақ'].map((end) => both + end)),
    ...(two === '' ? [] : ['', 'ке', 'кең', 'ш', 'й', 'жан', 'тай', 'ка'].map((end) => two + end)),
    ...['жан', 'тай', 'ш', 'ша', 'еке', 'ке', 'джан', `${vowel}ш`].map((end) => name + end),
  ].filter((form) => form !== name && form.length > 2);
}
