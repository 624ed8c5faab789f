import { Help, type Command } from 'commander';
import type { HeardAgain } from '../../shared/contract/transcription';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { Client } from './Client';
import type { Common } from './Common';
import { givenMaybe } from './givenText';
import { listComparison } from './listComparison';
import { parseCount } from './parseCount';
import { parseLanguages } from './parseLanguages';
import { parseSeconds } from './parseSeconds';
import type { Printer } from './Printer';

interface TranscribeOptions extends Common {
  model?: string;
  language?: string;
  languages?: string[];
  threads?: number;
  prompt?: string;
  beam?: number;
  from?: number;
  to?: number;
  again?: true;
  take?: true;
  leave?: true;
}

/** Settings for the recogniser, as far as they were given. */
type Told = Pick<TranscribeOptions, 'language' | 'languages' | 'threads' | 'prompt' | 'beam'>;

/** Characters of a line of help. */
const HELP_WIDTH = 120;

const help = (): string =>
  `\n${new Help().boxWrap(
    t(
      'Without --from and --to, all of it: a recording without a transcript is transcribed; where there is one, from elsewhere or from other settings, the recording is heard again. What is heard again is shown beside what is there, and kept in the interview file: nothing of the transcript changes until --take, which takes it in one step. --take in the same call takes it at once, --take alone what was heard last, also as far as it got; --leave forgets it.',
    ),
    HELP_WIDTH,
  )}`;

/** `transcribe`: turns a recording into words, and hears a stretch or all of it again. */
export function addTranscribeCommand(
  command: (usage: string, description: string) => Command,
  client: Client,
  print: Printer,
): void {
  command(
    'transcribe <interview>',
    t('turn the recording into words, or hear it again; goes on where it was stopped'),
  )
    .option(
      '--model <file|name>',
      t(
        'a whisper.cpp model: a file, a name of withheld models, or demo; to hear again, by default the one that transcribed',
      ),
    )
    .option('--language <code>', t('the language spoken, or auto'))
    .option(
      '--languages <codes>',
      t('several that are spoken, such as ru,kk,en: found out for each stretch'),
      parseLanguages,
    )
    .option('--threads <n>', t('processor threads (default: the physical cores)'), parseCount)
    .option('--prompt <text>', t('names and words to expect; - reads them from standard input'))
    .option('--beam <n>', t('beam size; 1 is fastest'), parseCount)
    .option('--from <time>', t('hear again from here, grown to whole words'), parseSeconds)
    .option('--to <time>', t('up to here'), parseSeconds)
    .option('--again', t('hear all of it again, also where a transcription was stopped'))
    .option('--take', t('put what is heard again into the transcript'))
    .option('--leave', t('forget what was heard again'))
    .addHelpText('after', help())
    .action((path: string, options: TranscribeOptions) => {
      const { json, passphraseFile, model, from, to, again: all, take, leave } = options;
      requireSense(options);
      return client.withProject(path, passphraseFile, async (project) => {
        if (leave) {
          const { left } = await client.call('transcribe.leave', { project });
          if (json) print.json({ left });
          else print.line(left ? t('Forgot what was heard again.') : t('Nothing was heard again.'));
          return;
        }
        const { language, languages, threads, beam } = options;
        const prompt = await givenMaybe(options.prompt);
        const told: Told = {
          ...(language !== undefined && { language }),
          ...(languages !== undefined && { languages }),
          ...(threads !== undefined && { threads }),
          ...(prompt !== undefined && { prompt }),
          ...(beam !== undefined && { beam }),
        };
        const named = { project, ...(model !== undefined && { model }) };
        const tell = (heard: HeardAgain) => {
          if (json) print.json(heard);
          else for (const line of listComparison(heard, from, to)) print.line(line);
        };
        const again = async () => {
          const stretch = from !== undefined && to !== undefined ? { stretch: { from, to } } : {};
          tell(
            await client.call('transcribe.again', { ...named, ...told, ...stretch, ...(take && { take }) }),
          );
        };
        if (all || from !== undefined) return again();
        if (take && Object.keys(told).length === 0 && model === undefined) {
          tell(await client.call('transcribe.take', named));
          return;
        }
        const { words, transcription } = await client.call('project.show', { project });
        if (words.length > 0 && transcription === null) return again();
        if (model === undefined) throw noModel();
        const isFinished = transcription !== null && transcription.finished === transcription.windows;
        try {
          const transcribed = await client.call('transcribe.run', { project, model, ...told });
          // There was nothing to transcribe, so --take takes what was heard last.
          if (take && isFinished) tell(await client.call('transcribe.take', named));
          else print.transcribed(transcribed, json);
        } catch (error) {
          if (!(error instanceof AppError && error.code === 'MODEL_DIFFERENT')) throw error;
          if (!isFinished) throw stopped(error);
          await again();
        }
      });
    });
}

function requireSense({ from, to, again, take, leave }: TranscribeOptions): void {
  if ((from === undefined) !== (to === undefined))
    throw new AppError('USAGE', t('A stretch has two ends.'), t('Name --from and --to.'));
  if (from !== undefined && to !== undefined && from >= to)
    throw new AppError('USAGE', t('The stretch ends before it begins.'), t('Name a --to later than --from.'));
  if (again && from !== undefined)
    throw new AppError(
      'USAGE',
      t('--again hears all of it, and a stretch is named.'),
      t('Name one of the two.'),
    );
  if (leave && (again || take || from !== undefined))
    throw new AppError(
      'USAGE',
      t('--leave goes with no other option.'),
      t('See withheld transcribe --help.'),
    );
}

const stopped = ({ code, message }: AppError) =>
  new AppError(
    code,
    message,
    t('Go on with the same ones, or add --again, which has all of it heard again beside what is there.'),
  );

const noModel = () =>
  new AppError(
    'USAGE',
    t('No model was named.'),
    t('Name one with --model; withheld models list shows them.'),
  );
