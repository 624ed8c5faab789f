import { Option, type Command } from 'commander';
import { LONGEST_OVERRULED_SECONDS } from '../../shared/contract/exports';
import { t } from '../../shared/messages/messages';
import type { Mark } from '../../shared/model/mark';
import { AppError } from '../../shared/model/errors';
import type { BoundarySettings } from '../../shared/model/boundarySettings';
import { ENTITY_TYPES, type EntityType, type Span } from '../../shared/model/entity';
import { findPlace } from '../../shared/leaks/findPlace';
import type { QuestionLevel } from '../../shared/model/questionLevel';
import { askOption, namesModelOption } from './addSuggestCommand';
import type { Client } from './Client';
import type { Common } from './Common';
import type { Printer } from './Printer';
import { givenMaybe, givenNames, requireOneInput } from './givenText';
import { parseSeconds } from './parseSeconds';
import { parseStretch } from './parseStretch';
import { readMarks } from './readMarks';

interface MarkOptions extends Common {
  from?: string;
  acceptSuggestions?: true;
  ask: QuestionLevel;
  namesModel?: string;
  text?: string;
  names?: string;
  speaker?: string;
  stretch?: { from: number; to: number };
  keep?: string;
  at?: number;
  type?: EntityType;
  description?: string;
  align: boolean;
  model?: string;
}

interface MarkerOptions extends Common {
  word?: string;
  followLanguage?: true;
}

/** `mark`, `edge`, `overrule`, `boundaries` and `marker`: say what is withheld, and exactly where. */
export function addMarkCommands(
  command: (usage: string, description: string) => Command,
  client: Client,
  print: Printer,
): void {
  command('mark <interview>', t('withhold words, all that somebody says, or times'))
    .option('--from <file>', t('a JSON list of marks'))
    .option('--accept-suggestions', t('withhold every name and number that suggest lists'))
    .addOption(askOption())
    .addOption(namesModelOption())
    .option('--names <file>', t('withhold the names in a file, one a line; - is standard input'))
    .option('--text <words>', t('withhold these words wherever they stand; - reads them, one name a line'))
    .option('--speaker <name>', t('withhold all that is said under this label'))
    .option(
      '--stretch <from-to>',
      t('withhold everything between two times, such as 1:02.5-1:40'),
      parseStretch,
    )
    .option('--keep <words>', t('publish this name, also where it sounds like a withheld one; - reads them'))
    .option('--at <time>', t('of --text and --keep: only where the words stand at this time'), parseSeconds)
    .addOption(new Option('--type <type>', t('what the words name')).choices(ENTITY_TYPES))
    .option('--description <text>', t('what readers may know instead; - reads it'))
    .option('--no-align', t('do not hear the places again to find their edges'))
    .option('--model <file|name>', t('to hear them with; by default the one that transcribed'))
    .action((path: string, o: MarkOptions) => {
      requireOneWay(o);
      requireOneInput(o.names, o.text, o.keep, o.description);
      return client.withProject(path, o.passphraseFile, (project) => mark(client, print, project, o));
    });

  command('edge <interview> <mark>', t('set where a mark begins and ends; show lists the marks'))
    .option('--from <time>', t('seconds, or minutes:seconds'), parseSeconds)
    .option('--to <time>', t('seconds, or minutes:seconds'), parseSeconds)
    .action((path: string, mention: string, o: Common & { from?: number; to?: number }) => {
      if (o.from === undefined && o.to === undefined) {
        throw new AppError('USAGE', t('No edge was given.'), t('Name --from, --to or both.'));
      }
      const edges = {
        ...(o.from !== undefined && { from: o.from }),
        ...(o.to !== undefined && { to: o.to }),
      };
      return client.withProject(path, o.passphraseFile, async (project) =>
        print.edged(await client.call('mark.edge', { project, mention, ...edges }), o.json),
      );
    });

  command('overrule <interview>', t('you listened there: what the recogniser hears in an export is not said'))
    .argument('<from-to>', '', parsePlace)
    .option('--take-back', t('what was overruled there counts again'))
    .action((path: string, span: Span, o: Common & { takeBack?: true }) =>
      client.withProject(path, o.passphraseFile, async (project) =>
        print.overruled(
          await client.call('hearing.overrule', { project, span, overruled: !o.takeBack }),
          o.json,
        ),
      ),
    );

  command('boundaries <interview>', t('show or set how words become masked spans, in seconds'))
    .option('--pad <seconds>', t('added on each side of the words'), parseSeconds)
    .option('--snap <seconds>', t('how far beyond that a quiet moment is looked for'), parseSeconds)
    .option('--merge-gap <seconds>', t('spans closer than this become one'), parseSeconds)
    .option('--min-length <seconds>', t('no span made from words is shorter'), parseSeconds)
    .option(
      '--length-step <seconds>',
      t('lengthen all spans to a multiple of this; 0 does not'),
      parseSeconds,
    )
    .action((path: string, { json, passphraseFile, ...settings }: Common & Partial<BoundarySettings>) =>
      client.withProject(path, passphraseFile, async (project) =>
        print.boundaries(await client.call('boundaries.set', { project, settings }), json),
      ),
    );

  command('marker <interview>', t('show or set the word that stands in all markers'))
    .option('--word <word>', t('a word of your own'))
    .option('--follow-language', t('the word of the interview’s language, as at first'))
    .action((path: string, { json, passphraseFile, word, followLanguage }: MarkerOptions) => {
      if (followLanguage && word !== undefined)
        throw new AppError(
          'USAGE',
          t('Markers have one word.'),
          t('Name one of --word and --follow-language.'),
        );
      return client.withProject(path, passphraseFile, async (project) =>
        print.marker(await client.call('marker.set', { project, word: followLanguage ? '' : word }), json),
      );
    });
}

function requireOneWay(o: MarkOptions): void {
  const { from, acceptSuggestions, text, names, speaker, stretch, keep } = o;
  if (o.at !== undefined && o.text === undefined && o.keep === undefined) {
    throw new AppError(
      'USAGE',
      t('A time alone does not say what to decide there.'),
      t('Name the words with --text or --keep as well.'),
    );
  }
  if (o.at !== undefined && o.description !== undefined) {
    throw new AppError(
      'USAGE',
      t('A description holds for all places of a name.'),
      t('Give it without --at.'),
    );
  }
  const ways = [from, acceptSuggestions, text, names, speaker, stretch, keep].filter(
    (way) => way !== undefined,
  );
  if (o.namesModel !== undefined && acceptSuggestions === undefined) {
    throw new AppError(
      'USAGE',
      t('A names model reads for suggestions only.'),
      t('Give --names-model with --accept-suggestions.'),
    );
  }
  if (ways.length === 1) return;
  throw new AppError(
    'USAGE',
    t('Name one of --names, --text, --from, --accept-suggestions, --speaker, --stretch and --keep.'),
    t('See withheld mark --help.'),
  );
}

async function mark(client: Client, print: Printer, project: string, o: MarkOptions): Promise<void> {
  const { type, align, model } = o;
  const alignment = { ...(!align && { align }), ...(model !== undefined && { model }) };
  if (o.acceptSuggestions) {
    print.accepted(
      await client.call('mark.acceptSuggestions', {
        ...{ project, ask: o.ask, ...alignment },
        ...(o.namesModel !== undefined && { namesModel: o.namesModel }),
      }),
      o.json,
    );
    return;
  }
  if (o.at !== undefined) {
    const { names } = await givenNames({ text: o.keep ?? o.text ?? '' });
    const [text = ''] = names;
    if (names.length !== 1) {
      throw new AppError('USAGE', t('A time is for one name.'), t('Give one name, or leave out --at.'));
    }
    const decision = o.keep === undefined ? 'withhold' : 'keep';
    const { words } = await client.call('project.show', { project });
    const place = { wordIds: findPlace(words, text, o.at), decision, ...(type && { type }) } as const;
    print.placed(
      await client.call('mark.place', { project, places: [place], ...alignment }),
      decision,
      o.json,
    );
    return;
  }
  if (o.keep !== undefined) {
    const { names } = await givenNames({ text: o.keep });
    print.kept(await client.call('mark.keep', { project, names, ...(type && { type }) }), o.json);
    return;
  }
  const { marks, lines } = o.from === undefined ? await typedMarks(o) : { marks: await readMarks(o.from) };
  const result = await client.call('mark.add', { project, marks, ...alignment });
  if (result.notFound.length === marks.length) {
    throw new AppError(
      'MARK_NOT_FOUND',
      t('What you want to withhold is nowhere in the transcript, so nothing was marked.'),
      t('Check the spelling against the transcript, or mark the time instead.'),
    );
  }
  print.marked(result, o.json, lines);
}

/** Returns the marks that options ask for. `lines` is there where these are names that came in lines. */
async function typedMarks(o: MarkOptions): Promise<{ marks: Mark[]; lines?: number[] | undefined }> {
  const { text = '', names: file, speaker, stretch, type } = o;
  const description = await givenMaybe(o.description);
  const told = { ...(type !== undefined && { type }), ...(description !== undefined && { description }) };
  if (stretch) return { marks: [{ ...stretch, stretch: true, ...told }] };
  if (speaker !== undefined) return { marks: [{ speaker, ...told }] };
  const { names, lines } = await givenNames(file === undefined ? { text } : { file });
  return { marks: names.map((name) => ({ text: name, ...told })), lines };
}

function parsePlace(text: string): Span {
  const place = parseStretch(text);
  if (place.from < place.to && place.to - place.from <= LONGEST_OVERRULED_SECONDS) return place;
  throw new AppError(
    'USAGE',
    t('A place begins before it ends and is at most {seconds} seconds long.', {
      seconds: LONGEST_OVERRULED_SECONDS,
    }),
    t('Name the place that the export was refused for, such as 1:02.5-1:04.'),
  );
}
