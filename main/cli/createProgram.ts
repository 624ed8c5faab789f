import { Command, InvalidArgumentError, Option } from 'commander';
import { LISTEN, TIME_CODES, type Listen, type TimeCodes } from '../../shared/contract/exports';
import { t } from '../../shared/messages/messages';
import { AUDIO_FORMATS, BLURS, PICTURES, TEXT_FORMATS, type TextFormat } from '../../shared/model/formats';
import { AppError } from '../../shared/model/errors';
import { readText } from '../system/readInput';
import { addAlignCommand } from './addAlignCommand';
import { addChaptersCommand } from './addChaptersCommand';
import { addMarkCommands } from './addMarkCommands';
import { addModelsCommands } from './addModelsCommands';
import { addSuggestCommand } from './addSuggestCommand';
import { addSpeakersCommand } from './addSpeakersCommand';
import { addSpeechCommand } from './addSpeechCommand';
import { addTranscribeCommand } from './addTranscribeCommand';
import type { Client } from './Client';
import type { Common } from './Common';
import { clock } from '../../shared/text/clock';
import { givenMaybe, requireOneInput, STANDARD_INPUT } from './givenText';
import type { Output } from './Output';
import { parseCount } from './parseCount';
import { parseLanguages } from './parseLanguages';
import { parseSeconds } from './parseSeconds';
import { readPassphrase } from './readPassphrase';
import type { Printer } from './Printer';
import { readCovers } from './readCovers';
import { refuseRepeats } from './refuseRepeats';
import { runDemo } from './runDemo';
import { speakHelp } from './speakHelp';

interface Hearing {
  listen?: Listen;
  model?: string;
}

/** Builds the command line's grammar. Each action calls the contract and prints what came back. */
export function createProgram(client: Client, print: Printer, { stdout, stderr }: Output): Command {
  const program = new Command('withheld')
    .description(
      t('Transcribes testimony on this machine, marks what must not be published, exports what is safe.'),
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => undefined,
    })
    .action(() => program.help({ error: true }));
  speakHelp(program);

  const command = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .option('--json', t('put one JSON document on stdout'))
      .option('--passphrase-file <file>', t('read the passphrase from the first line of a file'))
      .allowExcessArguments(false);

  command('new <interview>', t('make an interview file from a recording, a transcript or both'))
    .option(
      '--media <file>',
      t('the recording; again for each piece of one that a camera cut up'),
      collect,
      [],
    )
    .option('--as-far-as-it-goes', t('take what is there of a recording whose end is missing'))
    .option('--track <n|mix>', t('which sound track, counted from 1, or all of them mixed'), parseTrack)
    .option('--transcript <file>', t('.srt, .vtt, .txt, or JSON of Whisper programs or of words'))
    .option('--languages <codes>', t('several that are spoken, such as ru,kk,en'), parseLanguages)
    .option('--offset <time>', t('take this off all times of the transcript, such as 1:00:00'), parseSeconds)
    .action(
      async (
        path: string,
        o: Common & {
          media: string[];
          asFarAsItGoes?: true;
          track?: number | 'mix';
          transcript?: string;
          languages?: string[];
          offset?: number;
        },
      ) => {
        if (o.media.length === 0 && o.transcript === undefined) {
          throw new AppError(
            'USAGE',
            t('There is nothing to put into the interview file.'),
            t('Name --media, --transcript or both.'),
          );
        }
        const passphrase = await readPassphrase(o.passphraseFile, true);
        const create = client.call('project.create', {
          path,
          passphrase,
          ...(o.media.length > 0 && { media: o.media }),
          ...(o.asFarAsItGoes && { incomplete: true }),
          ...(o.track !== undefined && { track: o.track }),
          ...(o.transcript !== undefined && { transcript: o.transcript }),
          ...(o.languages && { languages: o.languages }),
          ...(o.offset !== undefined && { offset: o.offset }),
        });
        const { project, ...made } = await create.catch(withOptions);
        await client.call('project.close', { project });
        print.created(made, o.json);
      },
    );

  addTranscribeCommand(command, client, print);
  addAlignCommand(command, client, print);
  addSuggestCommand(command, client, print);
  addMarkCommands(command, client, print);
  addChaptersCommand(command, client, print);
  addSpeechCommand(command, client, print);
  addSpeakersCommand(command, client, print);

  command('cover <interview>', t('draw the rectangles that hide parts of the picture'))
    .requiredOption('--from <file>', t('a JSON list of all of them; what was drawn before goes'))
    .action((path: string, o: Common & { from: string }) =>
      client.withProject(path, o.passphraseFile, async (project) => {
        const covers = await readCovers(o.from);
        print.covered(await client.call('cover.replace', { project, covers }), o.json);
      }),
    );

  command('show <interview>', t('what the interview holds and what will be withheld')).action(
    (path: string, o: Common) =>
      client.withProject(path, o.passphraseFile, async (project) =>
        print.project(await client.call('project.show', { project }), o.json),
      ),
  );

  command('export <interview>', t('write what is safe to publish, and verify it'))
    .requiredOption('--out <folder>', t('where to; made if it is not there'))
    .option(
      '--formats <list>',
      t('transcripts: {formats}', { formats: TEXT_FORMATS.join(', ') }),
      parseFormats,
    )
    .addOption(new Option('--media <kind>', t('the recording')).choices(['none', 'audio', 'video']))
    .addOption(
      new Option(
        '--picture <what>',
        t(
          'of a video: keep copies it, cover hides it wherever something is withheld, and all covers; none leaves the sound (default: cover where the interview has covers, else keep)',
        ),
      ).choices(PICTURES),
    )
    .addOption(new Option('--audio-format <format>', t('for the sound alone')).choices(AUDIO_FORMATS))
    .addOption(new Option('--blur <sound>', t('what is heard instead')).choices(BLURS))
    .option('--disguise', t('change the voices; a disguise is not anonymity'))
    .option('--title <text>', t('the first line of the transcript; - reads it from standard input'))
    .option('--intro <file>', t('a text to stand under the title; - is standard input'))
    .addOption(
      new Option('--time-codes <where>', t('the time in txt, docx and html (default: none)')).choices(
        TIME_CODES,
      ),
    )
    .addOption(listenOption())
    .option(
      '--model <name|file>',
      t('the model that listens to it; by default the one that transcribed, another is a second ear'),
    )
    .action(
      (
        path: string,
        o: Common & {
          out: string;
          formats?: TextFormat[];
          media?: 'none' | 'audio' | 'video';
          picture?: (typeof PICTURES)[number];
          audioFormat?: (typeof AUDIO_FORMATS)[number];
          blur?: (typeof BLURS)[number];
          disguise?: true;
          title?: string;
          intro?: string;
          timeCodes?: TimeCodes;
        } & Hearing,
      ) =>
        client.withProject(path, o.passphraseFile, async (project) => {
          requireOneInput(o.title, o.intro);
          const title = await givenMaybe(o.title);
          const intro =
            o.intro === undefined || o.intro === STANDARD_INPUT
              ? await givenMaybe(o.intro)
              : (await readText(o.intro)).trim();
          const result = await client.call('export.run', {
            project,
            out: o.out,
            ...(o.formats && { formats: o.formats }),
            ...(o.media && { media: o.media }),
            ...(o.picture && { picture: o.picture }),
            ...(o.audioFormat && { audioFormat: o.audioFormat }),
            ...(o.blur && { blur: o.blur }),
            ...(o.disguise && { disguise: o.disguise }),
            ...(title !== undefined && { title }),
            ...(intro !== undefined && { intro }),
            ...(o.timeCodes && { timeCodes: o.timeCodes }),
            ...hearing(o),
          });
          print.exported(result, o.json);
        }),
    );

  command('verify <interview> <folder>', t('check an export again'))
    .addOption(listenOption())
    .option(
      '--model <name|file>',
      t('the model that listens to it; by default the one that transcribed, another is a second ear'),
    )
    .action((path: string, dir: string, o: Common & Hearing) =>
      client.withProject(path, o.passphraseFile, async (project) => {
        const result = await client.call('verify.run', { project, dir, ...hearing(o) });
        print.verified(result, o.json);
        if (!result.ok) {
          throw new AppError(
            'VERIFY_FAILED',
            t('This folder must not be published.'),
            t('Delete it, put right what the failed checks name, and export again.'),
          );
        }
      }),
    );

  addModelsCommands(program, client, print, stderr);

  command('demo', t('the whole way on a synthetic interview'))
    .option('--out <folder>', t('where to put it'), 'withheld-demo')
    .action((o: Common & { out: string }) => runDemo(client, print, stderr, o.out, o.json));

  refuseRepeats(program);
  return program;
}

/**
 * Adds to a refusal the option that leads on: to take off what a transcript's times are ahead, or to take what is there
 * of a recording.
 */
function withOptions(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  const { code, message, next, offset } = error;
  if (offset !== undefined) {
    const way = t('If that is so, add --offset {offset}; else name the transcript of this recording.', {
      offset: clock(offset),
    });
    throw new AppError(code, message, way, { offset });
  }
  if (code !== 'MEDIA_TRUNCATED') throw error;
  throw new AppError(code, message, `${next} ${t('To do that, add --as-far-as-it-goes.')}`);
}

const listenOption = () =>
  new Option(
    '--listen <where>',
    t('where the recogniser hears the recording again (default: spans)'),
  ).choices(LISTEN);

const hearing = ({ listen, model }: Hearing): Hearing => ({
  ...(listen && { listen }),
  ...(model && { model }),
});

function parseTrack(text: string): number | 'mix' {
  return text === 'mix' ? text : parseCount(text) - 1;
}

function parseFormats(text: string): TextFormat[] {
  return text.split(',').map((name) => {
    const format = TEXT_FORMATS.find((known) => known === name.trim());
    if (!format)
      throw new InvalidArgumentError(t('Known formats are {formats}.', { formats: TEXT_FORMATS.join(', ') }));
    return format;
  });
}

/** Collects the values of an option that is repeated. */
const collect = (value: string, before: string[]): string[] => [...before, value];
