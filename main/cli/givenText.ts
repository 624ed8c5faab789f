import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { readStandardInput, readText } from '../system/readInput';

/**
 * The value that stands for standard input. Text that is typed as an option stays in the shell's history, and other
 * users see it.
 */
export const STANDARD_INPUT = '-';

/**
 * Returns a text for people to read that was typed as an option or, for `-`, comes on standard input.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`.
 */
export const givenText = async (value: string): Promise<string> =>
  value === STANDARD_INPUT ? (await readStandardInput()).trim() : value;

/** Does the same for an option that may be missing. */
export const givenMaybe = async (value: string | undefined): Promise<string | undefined> =>
  value === undefined ? undefined : givenText(value);

/** Names, with the number of each one's line where they come in lines. */
export interface GivenNames {
  names: string[];
  lines?: number[];
}

/**
 * Reads names that are typed as an option, or stand one a line in a file or, for `-`, on standard input. Skips empty
 * lines.
 * @throws {AppError} as `readText`, and `MARKS_INVALID` with the line, never its text.
 */
export async function givenNames(given: { text: string } | { file: string }): Promise<GivenNames> {
  if ('text' in given && given.text !== STANDARD_INPUT) return { names: [given.text] };
  const text =
    'file' in given && given.file !== STANDARD_INPUT ? await readText(given.file) : await readStandardInput();
  const found = text
    .split(/\r\n?|\n/u)
    .map((line, i) => ({ name: line.trim(), line: i + 1 }))
    .filter(({ name }) => name !== '');
  if (found.length === 0) {
    throw new AppError('MARKS_INVALID', t('There are no names in it.'), t('Write one name in each line.'));
  }
  const wrong = found.find(({ name }) => !/[\p{L}\p{N}]/u.test(name) || /(?!\t)\p{Cc}/u.test(name));
  if (wrong) {
    throw new AppError(
      'MARKS_INVALID',
      t('Line {line} is no name: it has no letters or digits, or signs that no text has.', {
        line: wrong.line,
      }),
      t('Write one name in each line, in plain text.'),
    );
  }
  return { names: found.map(({ name }) => name), lines: found.map(({ line }) => line) };
}

/** @throws {AppError} `USAGE` where more than one option is to be read from standard input. */
export function requireOneInput(...values: (string | undefined)[]): void {
  if (values.filter((value) => value === STANDARD_INPUT).length < 2) return;
  throw new AppError(
    'USAGE',
    t('Only one option can be read from standard input.'),
    t('Give - to one of them, and a file or a text to the others.'),
  );
}
