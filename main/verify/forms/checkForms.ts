import { t } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';
import type { LeakFinder } from '../../../shared/leaks/LeakFinder';
import type { Say } from '../../published/SpokenCheck';
import type { ExportedFile } from '../ExportedFile';
import { runCheck } from '../runCheck';
import { BytePatterns } from './BytePatterns';
import { bytePatternsOf } from './bytePatternsOf';
import { readPieces } from './readPieces';
import { TextRuns } from './TextRuns';
import { withoutSamples } from './withoutSamples';

export const NO_WITHHELD_WORD = 'no withheld word';
export const noneFound = () => t('None was found, in any spelling or encoding.');
/** Values of tags that every recording of a format has; they do not count, even if a witness is called Isom. */
const FORMATS_OWN = /^(?:isom|M4A |und|(?:\[0\]){4}|Lavf(?: lame)?)$/u;

export const found = (count: number): Say[] =>
  count === 0
    ? []
    : [() => t('something withheld stands in it ({count, plural, one {# time} other {# times}})', { count })];

/**
 * Checks that no protected form stands in a recording. It searches for long forms anywhere in the bytes, for short ones
 * in every stretch that reads as text, and for both in all that ffprobe shows. It does not search for short ones among
 * the other bytes, where chance makes them; the check of the container makes sure that there is no other place for
 * text.
 */
export function checkMediaForms(
  file: ExportedFile,
  finder: LeakFinder,
  signal?: AbortSignal,
): Promise<Check> {
  return runCheck(NO_WITHHELD_WORD, file.name, noneFound, async () => {
    const isPcm = file.name.endsWith('.wav');
    const patterns = patternsOf(finder, isPcm);
    let count = 0;
    const runs = new TextRuns((text) => {
      count += finder.countNames(isPcm ? withoutSamples(text) : text);
    });
    for await (const piece of readPieces(file.path, signal)) {
      count += patterns.count(piece);
      runs.push(piece);
    }
    runs.end();
    const { format, streams, chapters, programs } = await file.probe();
    const shown = [format, ...streams, ...chapters, ...programs].flatMap(({ tags }) => Object.values(tags));
    const said = shown.filter((text) => !FORMATS_OWN.test(text));
    return found(said.reduce((sum, text) => sum + finder.count(text), count));
  });
}

/** Counts the long forms that stand in bytes as they are. */
export const countPatterns = (bytes: Uint8Array, finder: LeakFinder): number =>
  patternsOf(finder).count(bytes);

const patternsOf = ({ forms }: LeakFinder, inPcm = false) =>
  new BytePatterns(
    bytePatternsOf(
      // A form that may stand in a kept name may stand there in bytes too. Readable bytes are searched with more care.
      forms.filter(({ shared }) => !shared).map(({ text }) => text),
      inPcm,
    ),
  );
