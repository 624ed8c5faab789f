import type { HeardAgain } from '../../shared/contract/transcription';
import { t } from '../../shared/messages/messages';
import { clock } from '../../shared/text/clock';

/** Words of an unchanged part that are shown beside a difference. */
const SHOWN_ALIKE_WORDS = 4;

/**
 * Returns lines that show what was heard again beside what is there, word by word.
 * @param from beginning of the stretch that was asked for, seconds.
 * @param to its end, seconds.
 */
export function listComparison(heard: HeardAgain, from?: number, to?: number): string[] {
  const { parts, marks, taken, complete } = heard;
  const lines: string[] = [];
  if (from !== undefined && to !== undefined && (heard.from < from || heard.to > to))
    lines.push(
      t('From {from} to {to} s, so that no word is cut in half.', {
        from: seconds(heard.from),
        to: seconds(heard.to),
      }),
    );
  if (!complete)
    lines.push(t('Heard so far: {from} to {to}.', { from: clock(heard.from), to: clock(heard.to) }));
  for (const [i, { kind, before, after }] of parts.entries()) {
    if (kind === 'same') {
      lines.push(`            ${shortened(textOf(after), i === 0, i === parts.length - 1)}`);
      continue;
    }
    const at = (before[0] ?? after[0])?.start;
    const time = at === undefined || at === null ? '' : clock(at);
    lines.push(`${time.padStart(8)}  - ${textOf(before) || t('(nothing)')}`);
    lines.push(
      `          + ${textOf(after) || t('(nothing)')}${kind === 'stays' ? `  ${t('(not taken: a person wrote what is there)')}` : ''}`,
    );
  }
  const changed = parts.filter(({ kind }) => kind === 'changed').length;
  if (changed === 0) lines.push(t('What is heard reads as what is there.'));
  for (const { span, kept } of marks.open) {
    const place = span
      ? t('{from} to {to} s', { from: seconds(span.from), to: seconds(span.to) })
      : t('without times');
    lines.push(
      kept
        ? `  ${t('{place}: words that were kept are not heard there again; they are asked about anew', { place })}`
        : `  ${t('{place}: the words that are marked are not heard there again; it stays withheld, with what is heard there', { place })}`,
    );
  }
  if (marks.carried > 0)
    lines.push(
      t('{count, plural, one {# mark carried over.} other {# marks carried over.}}', {
        count: marks.carried,
      }),
    );
  if (taken)
    lines.push(t('Taken: {count, plural, one {# difference} other {# differences}}.', { count: changed }));
  else lines.push(t('Nothing is changed yet: --take takes it, --leave forgets it.'));
  return lines;
}

const textOf = (words: HeardAgain['before']): string => words.map(({ text }) => text).join(' ');

const seconds = (time: number): string => time.toFixed(2);

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(' ');
  if (words.length <= 2 * SHOWN_ALIKE_WORDS) return text;
  const [first, last] = [
    words.slice(0, SHOWN_ALIKE_WORDS).join(' '),
    words.slice(-SHOWN_ALIKE_WORDS).join(' '),
  ];
  if (isFirst && isLast) return `${first} … ${last}`;
  return isFirst ? `… ${last}` : isLast ? `${first} …` : `${first} … ${last}`;
}
