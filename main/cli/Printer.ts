import type { Result } from '../../shared/contract/api';
import { t } from '../../shared/messages/messages';
import type { Check } from '../../shared/model/check';
import { checkName } from '../../shared/model/checkName';
import type { AppErrorShape } from '../../shared/model/errors';
import type { QuestionLevel } from '../../shared/model/questionLevel';
import type { Suggestion } from '../../shared/model/suggestion';
import { LEVEL_WORDS, type HowWell } from '../../shared/leaks/howWell';
import { detailsIn, namesIn } from '../../shared/leaks/namesAndDetails';
import { nothingWithheld, undecidedWords } from '../../shared/leaks/undecidedWords';
import { clock, clockTenths } from '../../shared/text/clock';
import { groupSuggestions, type SuggestionGroup } from './groupSuggestions';
import { listDetails } from './listDetails';
import { decisionWord, typeWord } from './listWords';
import { speakUsage } from './speakHelp';
import type { Output } from './Output';
import { secondsOf } from '../../shared/model/spans';

/** Suggestions to print, with what is known of how well they are found. */
export interface Suggested {
  suggestions: readonly Suggestion[];
  ask: QuestionLevel;
  how: HowWell;
  /** Unit of `start`. */
  unit: 'characters' | 'seconds';
  /** The person's own names model, if it read the text as well. */
  namesModel?: string | undefined;
}

/** Writes results on stdout: plain lines for people, or exactly one JSON document. */
export class Printer {
  private answered = false;

  constructor(private readonly out: Output['stdout']) {}

  created(result: Omit<Result<'project.create'>, 'project'>, json?: true): void {
    if (json) return this.json(result);
    const { media, words, notes, toAlign } = result;
    this.line(
      t(
        'Made the interview file{media, select, none {} other { with a recording of {media}}}{words, plural, =0 {} one {{media, select, none { with} other { and}} a transcript of # word} other {{media, select, none { with} other { and}} a transcript of # words}}.',
        { media: media ? clock(media.duration) : 'none', words },
      ),
    );
    for (const note of notes) this.line(`  ${note}`);
    if (media && toAlign) {
      const command = speakUsage('withheld align <interview> --model <file|name>');
      this.line(`  ${t('To do that: {command}', { command })}`);
    }
  }

  aligned(result: Result<'align.run'>, json?: true): void {
    if (json) return this.json(result);
    const { placed, unplaced, moved, doubted, open, narrower } = result;
    this.line(
      t(
        '{placed, plural, one {# word of {all} is laid on the recording} other {# words of {all} are laid on the recording}}; {moved, plural, one {# was elsewhere before} other {# were elsewhere before}}.',
        { placed, all: placed + unplaced, moved },
      ),
    );
    if (doubted > 0) {
      this.line(
        t(
          'Of {count, plural, one {# word} other {# words}} among them, names perhaps, the model tells only the stretch: a mark of one takes all of it.',
          { count: doubted },
        ),
      );
    }
    if (unplaced > 0) {
      this.line(
        t(
          '{count, plural, one {# word was not found there. It keeps its turn, and is masked as wide as its stretch when it is withheld:} other {# words were not found there. Each keeps its turn, and is masked as wide as its stretch when it is withheld:}}',
          { count: unplaced },
        ),
      );
      for (const span of open) this.line(`  ${stretchOf(span)}`);
      this.line(t('Listen there, and correct or delete what is not said.'));
    }
    if (narrower.length > 0) {
      this.line(
        t('{count, plural, one {# mark masks less than before:} other {# marks mask less than before:}}', {
          count: narrower.length,
        }),
      );
      for (const span of narrower) this.line(`  ${stretchOf(span)}`);
    }
    this.line(t('Next: listen to what is withheld, or mark it: withheld show, withheld mark.'));
  }

  transcribed(result: Result<'transcribe.run'>, json?: true): void {
    if (json) return this.json(result);
    const { words, flagged, language, skipped, graphicsFailed } = result;
    if (words === 0) this.line(t('Nothing is said in this recording, as far as the model can tell.'));
    else
      this.line(
        t(
          '{words, plural, one {Transcribed # word ({language}).} other {Transcribed # words ({language}).}}',
          { words, language },
        ),
      );
    if (skipped === null)
      this.line(t('The speech detector does not run on this machine: pauses were transcribed, too.'));
    else if (skipped.count > 0)
      this.line(
        t(
          '{count, plural, one {# pause} other {# pauses}}, {time} in all, in which nobody seems to speak: not transcribed, and listed by withheld speech.',
          { count: skipped.count, time: clock(skipped.seconds) },
        ),
      );
    if (graphicsFailed)
      this.line(
        t('The graphics processor could not be used: the processor did the work (withheld models test).'),
      );
    if (flagged.loop > 0)
      this.line(
        t(
          '{count, plural, one {# word looks like the model repeating itself; hear it again.} other {# words look like the model repeating itself; hear them again.}}',
          { count: flagged.loop },
        ),
      );
    if (flagged.silence > 0)
      this.line(
        t(
          '{count, plural, one {# word stands where nobody seems to speak; hear it again.} other {# words stand where nobody seems to speak; hear them again.}}',
          { count: flagged.silence },
        ),
      );
  }

  suggestions({ suggestions: all, ask, how, unit, namesModel }: Suggested, json?: true): void {
    const { suggestions, groups, next } = groupSuggestions(namesIn(all), ask);
    const details = detailsIn(all);
    if (json)
      return this.json({ suggestions: [...suggestions, ...details], groups, ask, next, howWell: how });
    let before = 0;
    for (const one of [...suggestions].sort((a, b) => a.group - b.group)) {
      if (one.group !== before) this.group(groups[one.group - 1]);
      before = one.group;
      this.suggestion(one, unit);
    }
    this.line(suggestionsCounted(suggestions.length));
    if (next && next.more > 0)
      this.line(
        t('{count, plural, one {# more with --ask {level}.} other {# more with --ask {level}.}}', {
          count: next.more,
          level: next.ask,
        }),
      );
    this.line(t('At {level}: {cost}', { level: LEVEL_WORDS[ask], cost: how.levels[ask] }));
    for (const line of how.languages) this.line(line);
    if (namesModel !== undefined)
      this.line(
        t('That is measured without your names model; how sure it is of a name is only what it says itself.'),
      );
    for (const line of listDetails(details, unit === 'seconds' ? clock : String)) this.line(line);
  }

  leftovers({ suggestions }: Result<'suggest.leftovers'>, json?: true): void {
    if (json) return this.json({ suggestions });
    for (const one of suggestions) this.suggestion(one, 'seconds');
    this.line(suggestionsCounted(suggestions.length));
  }

  private group(group: SuggestionGroup | undefined): void {
    if (!group) return;
    const { name, places, forms, mayBe } = group;
    const counts = forms.map((form) => `${form.text} ${form.places}`).join(', ');
    if (places > 1)
      this.line(
        t(
          '{name}: {places, plural, one {# place} other {# places}}{forms, plural, =1 {} one {, # form ({counts})} other {, # forms ({counts})}}',
          { name, places, forms: forms.length, counts },
        ),
      );
    if (mayBe) this.line(t('{name}: may be of {others}', { name, others: mayBe.join(', ') }));
  }

  private suggestion(
    { type, text, start, why }: Omit<Suggestion, 'identity'>,
    unit: Suggested['unit'],
  ): void {
    const at = unit === 'seconds' ? clock(start) : String(start);
    this.line(`${at.padStart(8)}  ${typeWord(type).padEnd(12)}  ${text}  (${why})`);
  }

  accepted(result: Result<'mark.acceptSuggestions'>, json?: true): void {
    if (json) return this.json(result);
    this.line(
      t(
        'Withheld {entities, plural, one {# name or number} other {# names and numbers}} in {mentions, plural, one {# place} other {# places}}.',
        { entities: result.entities, mentions: result.mentions },
      ),
    );
  }

  /** @param lines numbers of the lines that the marks were read from. */
  marked(result: Result<'mark.add'>, json?: true, lines?: readonly number[]): void {
    if (json) return this.json(result);
    const { mentions, places } = result;
    const withheld = t('Withheld in {count, plural, one {# place} other {# places}}', { count: mentions });
    this.line(`${withheld}${places.length > 0 ? ':' : '.'}`);
    for (const { at, before, text, after } of places) {
      const where = at === null ? t('a label') : clock(at);
      this.line(`${where.padStart(8)}  ${[before, `[${text}]`, after].join(' ').trim()}`);
    }
    if (places.length > 0) this.line(t('To keep one of them: mark --keep "Words" --at TIME'));
    if (result.notFound.length > 0) {
      this.line(
        t(
          '{of, select, lines {Not found in the transcript, so not marked: lines {numbers}.} other {Not found in the transcript, so not marked: entries {numbers}.}}',
          {
            of: lines ? 'lines' : 'entries',
            numbers: result.notFound.map((i) => lines?.[i] ?? i + 1).join(', '),
          },
        ),
      );
    }
  }

  speech(result: Result<'speech.find'>, json?: true): void {
    if (json) return this.json(result);
    const { stretches, skipped } = result;
    for (const { from, to } of stretches) this.line(`  ${secondsFromTo(from, to)}`);
    if (stretches.length === 0) this.line(t('Wherever somebody speaks there are words, or it is decided.'));
    else
      this.line(
        t(
          'In {count, plural, one {# place} other {# places}} somebody seems to speak and the transcript has no words. Listen, then transcribe, withhold (mark --stretch) or publish what is said there.',
          { count: stretches.length },
        ),
      );
    for (const { from, to } of skipped) this.line(`  ${secondsFromTo(from, to)}  ${t('skipped as pause')}`);
    const seconds = secondsOf(skipped);
    if (skipped.length > 0)
      this.line(
        t(
          '{count, plural, one {# pause} other {# pauses}}, {time} in all: nobody seems to speak there, so it was not transcribed. It can be (--transcribe FROM-TO or skipped).',
          { count: skipped.length, time: clock(seconds) },
        ),
      );
  }

  speakers(result: Result<'speakers.list'> & { notes?: string[] }, json?: true): void {
    if (json) return this.json(result);
    const { speakers, proposed, unsure, notes = [] } = result;
    for (const { name, words, proposed: ofThese, unsure: guessed, sample } of speakers) {
      const how = ofThese === 0 ? 'known' : guessed === 0 ? 'proposed' : 'unsure';
      const told = t(
        '{name}: {words, plural, one {# word} other {# words}}, {how, select, known {known} proposed {proposed} other {proposed, {guessed, plural, one {# of them unsure} other {# of them unsure}}}}',
        { name, words, how, guessed },
      );
      const where = sample
        ? `; ${t('hear {from} to {to}', { from: clock(sample.from), to: clock(sample.to) })}`
        : '';
      this.line(`  ${told}${where}`);
    }
    for (const note of notes) this.line(note);
    if (speakers.length === 0)
      this.line(t('It is not known who speaks. Propose it with --people N or --channels.'));
    else if (proposed === 0) this.line(t('Nothing is only proposed.'));
    else
      this.line(
        t(
          '{count, plural, one {# word has a speaker that is only proposed} other {# words have a speaker that is only proposed}}{unsure, plural, =0 {} one {, # of them unsure} other {, # of them unsure}}: listen, then confirm with --confirm. Until then exports leave these speakers out.',
          { count: proposed, unsure },
        ),
      );
  }

  confirmed(result: Result<'speakers.confirm'>, json?: true): void {
    if (json) return this.json(result);
    if (result.confirmed === 0) this.line(t('Nothing was only proposed.'));
    else
      this.line(
        t('Confirmed who says {count, plural, one {# word} other {# words}}.', { count: result.confirmed }),
      );
  }

  published(result: Result<'speech.publish'>, json?: true): void {
    if (json) return this.json(result);
    this.line(
      t('Published as it is: {count, plural, one {# place} other {# places}} without words.', {
        count: result.published,
      }),
    );
  }

  heardAgain(result: Result<'transcribe.stretch'>, json?: true): void {
    if (json) return this.json(result);
    if (result.words === 0) this.line(t('The model hears no words there: listen yourself, and decide.'));
    else
      this.line(
        t('Put {count, plural, one {# word} other {# words}} into the transcript.', { count: result.words }),
      );
  }

  edged(result: Result<'mark.edge'>, json?: true): void {
    if (json) return this.json(result);
    this.line(
      t('Masked from {from} to {to} s.', {
        from: result.span.from.toFixed(3),
        to: result.span.to.toFixed(3),
      }),
    );
  }

  overruled(result: Result<'hearing.overrule'>, json?: true): void {
    if (json) return this.json(result);
    this.line(
      t(
        'The recogniser is overruled in {count, plural, one {# place} other {# places}}; reports of exports say so.',
        { count: result.places },
      ),
    );
  }

  marker(result: Result<'marker.set'>, json?: true): void {
    if (json) return this.json(result);
    const { word, followsLanguage } = result;
    this.line(
      followsLanguage
        ? t('Markers read ({word}), in the language of the interview.', { word })
        : t('Markers read ({word}).', { word }),
    );
  }

  boundaries(result: Result<'boundaries.set'>, json?: true): void {
    if (json) return this.json(result);
    const { pad, snap, mergeGap, minLength, lengthStep } = result;
    const rows = [
      [t('pad'), t('{seconds} s on each side of the words', { seconds: pad })],
      [t('snap'), t('up to {seconds} s further, to the quietest moment', { seconds: snap })],
      [t('merge gap'), t('{seconds} s', { seconds: mergeGap })],
      [t('min length'), t('{seconds} s', { seconds: minLength })],
      [t('length step'), lengthStep === 0 ? t('none') : t('{seconds} s', { seconds: lengthStep })],
    ] as const;
    const wide = Math.max(...rows.map(([name]) => name.length));
    for (const [name, value] of rows) this.line(`  ${name.padEnd(wide)}  ${value}`);
    this.line(t('Marks keep the edges they were made with; gap and step hold for all of them.'));
  }

  placed(result: Result<'mark.place'>, decision: 'withhold' | 'keep', json?: true): void {
    if (json) return this.json(result);
    this.line(decision === 'keep' ? t('Kept there, and only there.') : t('Withheld there, and only there.'));
  }

  kept(result: Result<'mark.keep'>, json?: true): void {
    if (json) return this.json(result);
    this.line(
      t(
        '{count, plural, =0 {This name was kept already.} =1 {This name may be published.} one {This # name may be published.} other {These # names may be published.}}',
        { count: result.kept },
      ),
    );
  }

  chapter(result: Result<'chapter.add'>, json?: true): void {
    if (json) return this.json(result);
    const { chapter, at, text } = result;
    this.line(`${String(chapter).padStart(4)}  ${clock(at).padStart(8)}  ${text}`);
  }

  chapters(result: Result<'chapter.list'>, json?: true): void {
    if (json) return this.json(result);
    for (const one of result.chapters) this.chapter(one);
    if (result.chapters.length === 0) this.line(t('No line has a heading before it.'));
  }

  covered({ covers }: Result<'cover.replace'>, json?: true): void {
    if (json) return this.json({ covers });
    this.line(
      t('The picture has {count, plural, one {# rectangle} other {# rectangles}} to cover.', {
        count: covers,
      }),
    );
  }

  project(result: Result<'project.show'>, json?: true): void {
    if (json) return this.json(result);
    const { media, words, transcription, entities, mentions, covers, chapters, plan } = result;
    this.line(media ? t('Recording of {time}', { time: clock(media.duration) }) : t('No recording'));
    const waiting = transcription ? transcription.windows - transcription.finished : 0;
    this.line(
      t(
        '{words, plural, one {# word} other {# words}}{waiting, plural, =0 {} one {, # window still to transcribe} other {, # windows still to transcribe}}',
        { words: words.length, waiting },
      ),
    );
    if (chapters.length > 0)
      this.line(
        t('{count, plural, one {# chapter} other {# chapters}}: withheld chapters lists them', {
          count: chapters.length,
        }),
      );
    for (const { type, name, decision } of entities) {
      this.line(
        `  ${decisionWord(decision).padEnd(10)}  ${typeWord(type).padEnd(12)}  ${name || t('(sound without words)')}`,
      );
    }
    const names = new Map(entities.map(({ id, name }) => [id, name]));
    for (const { id, entityId, span } of mentions) {
      const where = span ? secondsFromTo(span.from, span.to) : t('without times');
      this.line(`  ${t('mark')} ${id.padEnd(6)}  ${where}  ${names.get(entityId) ?? ''}`.trimEnd());
    }
    for (const { from, to } of plan.spans)
      this.line(`  ${t('masked {stretch}', { stretch: secondsFromTo(from, to) })}`);
    for (const { keys, to } of covers) {
      const stretch = secondsFromTo(keys[0]?.at ?? 0, to);
      this.line(`  ${t('covered {stretch}, in part of the picture', { stretch })}`);
    }
  }

  exported(result: Result<'export.run'>, json?: true): void {
    if (json) return this.json(result);
    for (const { name, bytes } of result.files) this.line(`  ${name}  ${t('{bytes} bytes', { bytes })}`);
    this.line(
      t('Checked: nothing that is withheld was found in {count, plural, one {# file} other {# files}}.', {
        count: result.files.length,
      }),
    );
    for (const check of result.checks) if (check.done === false) this.line(describeCheck(check));
    const { undecided } = result;
    if (undecided.withheld === 0) this.line(nothingWithheld());
    for (const sentence of undecidedWords(undecided)) this.line(t('Not decided: {sentence}', { sentence }));
    if (undecided.names > 0) this.line(t('suggest lists these names, mark withholds or keeps them.'));
    if (result.proposedSpeakers > 0)
      this.line(
        t(
          'Who speaks is only proposed for {count, plural, one {# word: it was published without a speaker} other {# words: these were published without a speaker}}. Confirm it (speakers --confirm) and export again to have it told.',
          { count: result.proposedSpeakers },
        ),
      );
  }

  verified(result: Result<'verify.run'>, json?: true): void {
    if (json) return this.json(result);
    for (const check of result.checks) this.line(describeCheck(check));
    if (result.ok) this.line(t('Checked: nothing that is withheld was found.'));
  }

  error(error: AppErrorShape): void {
    // A command that has answered already must not answer twice.
    if (!this.answered) this.json({ error });
  }

  line(text: string): void {
    this.out.write(`${text}\n`);
  }

  json(value: unknown): void {
    this.answered = true;
    this.out.write(`${JSON.stringify(value)}\n`);
  }
}

/** Returns one line about a check: its answer, what it asked, of which file, and what it found. */
export function describeCheck({ name, file, ok, done, detail }: Check): string {
  const answer = ok ? (done === false ? t('not done') : t('ok')) : t('FAILED');
  const asked = file === null ? checkName(name) : t('{check} in {file}', { check: checkName(name), file });
  return `  ${answer.padEnd(8)}  ${asked}${detail === '' ? '' : `: ${detail}`}`;
}

const stretchOf = ({ from, to }: { from: number; to: number }): string =>
  t('{from} to {to}', { from: clockTenths(from), to: clockTenths(to) });

const secondsFromTo = (from: number, to: number): string =>
  t('{from} to {to} s', { from: from.toFixed(3), to: to.toFixed(3) });

const suggestionsCounted = (count: number): string =>
  t('{count, plural, one {# suggestion} other {# suggestions}}; nothing is withheld until it is marked.', {
    count,
  });
