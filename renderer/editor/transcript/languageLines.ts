import type { Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import { lineLanguage } from '../../../shared/text/lineLanguage';
import { languageName } from '../../ui/languages';
import type { Written } from './decorations';

/** Tells people and screen readers the language of each line that is not in the interview's language. */
export function nameLanguages(
  { text, tokens: { lineFirst }, words }: Written,
  main: string,
): Range<Decoration>[] {
  // Mostly, no word has a language of its own.
  if (!words.some(({ language }) => language !== undefined)) return [];
  const ranges: Range<Decoration>[] = [];
  let at = 0;
  for (let line = 0; line < text.lines; line++) {
    const language = lineLanguage(words.slice(lineFirst[line] ?? 0, lineFirst[line + 1] ?? 0), main);
    if (language !== main) {
      const attributes = { lang: language, 'data-language': languageName(language) ?? language };
      ranges.push(Decoration.line({ attributes }).range(at));
    }
    at += text.line(line + 1).length + 1;
  }
  return ranges;
}
