/** Letters that digits and signs are written for, in Latin words and in Cyrillic ones. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'il', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'bg', '7': 't', '8': 'b', '9': 'g' },
  ...{ '@': 'a', $: 's', '!': 'il', '|': 'il', '€': 'e', '£': 'l', '¥': 'y', '¢': 'c', '+': 't', '§': 's' },
};
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ '0': 'о', '3': 'зе', '4': 'ча', '6': 'б', '8': 'в', '1': 'іл', '9': 'д', '7': 'т', '5': 'с' },
  ...{ '@': 'а', $: 'с', '!': 'і', '|': 'і', '€': 'е', '¥': 'у', '¢': 'с', '+': 'т' },
};

/** Matches a run of letters with signs for letters among them, or in front. A stop or a hash in front is no letter. */
const WRITTEN = /[\p{L}\p{M}\d@$!|€£¥¢+§]+/gu;
/** Matches a number with a unit or an ending: `10km`, `1980s`, `3rd`. */
const NUMBER_WITH_UNIT = /^\d+\p{L}{1,3}$/u;
/** Least letters of a word in which signs stand for other letters. */
const FEWEST_LETTERS = 2;
/** Most readings of one word. */
const MOST_READINGS = 16;

/** Returns what a text says when digits and signs in its words are read as the letters that they are written for. */
export function signsAsLetters(text: string): string[] {
  let found = [''];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(WRITTEN)) {
    const between = text.slice(end, index);
    const readings = readingsOf(written);
    found = found.flatMap((row) => readings.map((one) => row + between + one)).slice(0, MOST_READINGS);
    end = index + written.length;
  }
  return found.map((row) => row + text.slice(end)).filter((row) => row !== text);
}

function readingsOf(written: string): string[] {
  const letters = written.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS || !/[^\p{L}\p{M}]/u.test(written) || NUMBER_WITH_UNIT.test(written))
    return [written];
  const signs = /\p{Script=Cyrillic}/u.test(written) ? CYRILLIC : LATIN;
  // A sign at the end is more often just that: `Timur!`.
  const [, inner = '', tail = ''] = /^(.*?)([!|+]*)$/u.exec(written) ?? [];
  let readings = [''];
  for (const sign of inner)
    readings = readings
      .flatMap((row) => Array.from(signs[sign] ?? sign, (letter) => row + letter))
      .slice(0, MOST_READINGS);
  const words = readings.filter((one) => !/[^\p{L}\p{M}]/u.test(one)).map((one) => one + tail);
  return words.length > 0 ? words : [written];
}
