import type { Result } from '../../shared/contract/api';
import type { Check } from '../../shared/model/check';
import type { AppErrorShape } from '../../shared/model/errors';
import type { QuestionLevel } from '../../shared/model/questionLevel';
import type { Suggestion } from '../../shared/model/suggestion';
import { LEVEL_WORDS, type HowWell } from '../../shared/leaks/howWell';
import { detailsIn, namesIn } from '../../shared/leaks/namesAndDetails';
import { nothingWithheld, undecidedWords } from '../../shared/leaks/undecidedWords';
import { clock, clockTenths } from '../../shared/text/clock';
import { countOf } from './countOf';
import { groupSuggestions, type SuggestionGroup } from './groupSuggestions';
import { listDetails } from './listDetails';
import type { Output } from './Output';
import { secondsOf } from '../../shared/model/spans';

/** What may identify someone, and what is known of how well that is found. */
export interface Suggested {
  suggestions: readonly Suggestion[];
  ask: QuestionLevel;
  how: HowWell;
  /** What `start` counts. */
  unit: 'characters' | 'seconds';
  /** The model of the person's own that read it as well. */
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
      [
        'Made the project',
        media && `with a recording of ${clock(media.duration)}`,
        words > 0 && `with a transcript of ${words} words`,
      ]
        .filter(Boolean)
        .join(' ') + '.',
    );
    for (const note of notes) this.line(`  ${note}`);
    if (media && toAlign) this.line('  To do that: withheld align <project> --model <file|name>');
  }

  aligned(result: Result<'align.run'>, json?: true): void {
    if (json) return this.json(result);
    const { placed, unplaced, moved, doubted, open, narrower } = result;
    this.line(
      `${countOf(placed, 'word')} of ${placed + unplaced} ${placed === 1 ? 'is' : 'are'} laid on the recording; ` +
        `${moved} ${moved === 1 ? 'was' : 'were'} elsewhere before.`,
    );
    if (doubted > 0) {
      this.line(
        `Of ${countOf(doubted, 'word')} among them, names perhaps, the model tells only the stretch: a mark of one takes ` +
          'all of it.',
      );
    }
    if (unplaced > 0) {
      this.line(
        `${countOf(unplaced, 'word')} ${unplaced === 1 ? 'was' : 'were'} not found there. Each keeps its turn, and is ` +
          'masked as wide as its stretch when it is withheld:',
      );
      for (const span of open) this.line(`  ${stretchOf(span)}`);
      this.line('Listen there, and correct or delete what is not said.');
    }
    if (narrower.length > 0) {
      this.line(
        `${countOf(narrower.length, 'mark')} ${narrower.length === 1 ? 'masks' : 'mask'} less than before:`,
      );
      for (const span of narrower) this.line(`  ${stretchOf(span)}`);
    }
    this.line('Next: listen to what is withheld, or mark it: withheld show, withheld mark.');
  }

  transcribed(result: Result<'transcribe.run'>, json?: true): void {
    if (json) return this.json(result);
    const { words, flagged, language, skipped, graphicsFailed } = result;
    if (words === 0) this.line('Nothing is said in this recording, as far as the model can tell.');
    else this.line(`Transcribed ${words} words (${language}).`);
    if (skipped === null)
      this.line('The speech detector does not run on this machine: pauses were transcribed, too.');
    else if (skipped.count > 0)
      this.line(
        `${countOf(skipped.count, 'pause')}, ${clock(skipped.seconds)} in all, in which nobody seems to speak: not ` +
          'transcribed, and listed by withheld speech.',
      );
    if (graphicsFailed)
      this.line(
        'The graphics processor could not be used: the processor did the work (withheld models test).',
      );
    if (flagged.loop > 0)
      this.line(`${flagged.loop} words look like the model repeating itself; hear them again.`);
    if (flagged.silence > 0)
      this.line(`${flagged.silence} words stand where nobody seems to speak; hear them again.`);
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
    this.line(`${countOf(suggestions.length, 'suggestion')}; nothing is withheld until it is marked.`);
    if (next && next.more > 0) this.line(`${next.more} more with --ask ${next.ask}.`);
    this.line(`At ${LEVEL_WORDS[ask]}: ${how.levels[ask]}`);
    for (const line of how.languages) this.line(line);
    if (namesModel !== undefined)
      this.line(
        'That is measured without your names model; how sure it is of a name is only what it says itself.',
      );
    for (const line of listDetails(details, unit === 'seconds' ? clock : String)) this.line(line);
  }

  leftovers({ suggestions }: Result<'suggest.leftovers'>, json?: true): void {
    if (json) return this.json({ suggestions });
    for (const one of suggestions) this.suggestion(one, 'seconds');
    this.line(`${countOf(suggestions.length, 'suggestion')}; nothing is withheld until it is marked.`);
  }

  private group(group: SuggestionGroup | undefined): void {
    if (!group) return;
    const { name, places, forms, mayBe } = group;
    const counts = forms.map((form) => `${form.text} ${form.places}`).join(', ');
    const several = forms.length > 1 ? `, ${forms.length} forms (${counts})` : '';
    if (places > 1) this.line(`${name}: ${places} places${several}`);
    if (mayBe) this.line(`${name}: may be of ${mayBe.join(', ')}`);
  }

  private suggestion(
    { type, text, start, why }: Omit<Suggestion, 'identity'>,
    unit: Suggested['unit'],
  ): void {
    const at = unit === 'seconds' ? clock(start) : String(start);
    this.line(`${at.padStart(8)}  ${type.padEnd(12)}  ${text}  (${why})`);
  }

  accepted(result: Result<'mark.acceptSuggestions'>, json?: true): void {
    if (json) return this.json(result);
    this.line(`Withheld ${result.entities} names and numbers in ${countOf(result.mentions, 'place')}.`);
  }

  /** @param lines those of the file that the marks were read from. */
  marked(result: Result<'mark.add'>, json?: true, lines?: readonly number[]): void {
    if (json) return this.json(result);
    const { mentions, places } = result;
    this.line(`Withheld in ${countOf(mentions, 'place')}${places.length > 0 ? ':' : '.'}`);
    for (const { at, before, text, after } of places) {
      const where = at === null ? 'a label' : clock(at);
      this.line(`${where.padStart(8)}  ${[before, `[${text}]`, after].join(' ').trim()}`);
    }
    if (places.length > 0) this.line('To keep one of them: mark --keep "Words" --at TIME');
    if (result.notFound.length > 0) {
      this.line(
        `Not found in the transcript, so not marked: ${lines ? 'lines' : 'entries'} ${result.notFound.map((i) => lines?.[i] ?? i + 1).join(', ')}.`,
      );
    }
  }

  speech(result: Result<'speech.find'>, json?: true): void {
    if (json) return this.json(result);
    const { stretches, skipped } = result;
    for (const { from, to } of stretches) this.line(`  ${from.toFixed(3)} to ${to.toFixed(3)} s`);
    if (stretches.length === 0) this.line('Wherever somebody speaks there are words, or it is decided.');
    else
      this.line(
        `In ${countOf(stretches.length, 'place')} somebody seems to speak and the transcript has no words. Listen, then ` +
          'transcribe, withhold (mark --stretch) or publish what is said there.',
      );
    for (const { from, to } of skipped)
      this.line(`  ${from.toFixed(3)} to ${to.toFixed(3)} s  skipped as pause`);
    const seconds = secondsOf(skipped);
    if (skipped.length > 0)
      this.line(
        `${countOf(skipped.length, 'pause')}, ${clock(seconds)} in all: nobody seems to speak there, so it was not ` +
          'transcribed. It can be (--transcribe FROM-TO or skipped).',
      );
  }

  speakers(result: Result<'speakers.list'> & { notes?: string[] }, json?: true): void {
    if (json) return this.json(result);
    const { speakers, proposed, unsure, notes = [] } = result;
    for (const { name, words, proposed: ofThese, unsure: guessed, sample } of speakers) {
      const how =
        ofThese === 0 ? 'known' : guessed === 0 ? 'proposed' : `proposed, ${guessed} of them unsure`;
      const where = sample ? `; hear ${clock(sample.from)} to ${clock(sample.to)}` : '';
      this.line(`  ${name}: ${countOf(words, 'word')}, ${how}${where}`);
    }
    for (const note of notes) this.line(note);
    if (speakers.length === 0)
      this.line('It is not known who speaks. Propose it with --people N or --channels.');
    else if (proposed === 0) this.line('Nothing is only proposed.');
    else
      this.line(
        `${countOf(proposed, 'word')} have a speaker that is only proposed${unsure > 0 ? `, ${unsure} of them unsure` : ''}: ` +
          'listen, then confirm with --confirm. Until then exports leave these speakers out.',
      );
  }

  confirmed(result: Result<'speakers.confirm'>, json?: true): void {
    if (json) return this.json(result);
    if (result.confirmed === 0) this.line('Nothing was only proposed.');
    else this.line(`Confirmed who says ${countOf(result.confirmed, 'word')}.`);
  }

  published(result: Result<'speech.publish'>, json?: true): void {
    if (json) return this.json(result);
    this.line(`Published as it is: ${countOf(result.published, 'place')} without words.`);
  }

  heardAgain(result: Result<'transcribe.stretch'>, json?: true): void {
    if (json) return this.json(result);
    if (result.words === 0) this.line('The model hears no words there: listen yourself, and decide.');
    else this.line(`Put ${countOf(result.words, 'word')} into the transcript.`);
  }

  edged(result: Result<'mark.edge'>, json?: true): void {
    if (json) return this.json(result);
    this.line(`Masked from ${result.span.from.toFixed(3)} to ${result.span.to.toFixed(3)} s.`);
  }

  overruled(result: Result<'hearing.overrule'>, json?: true): void {
    if (json) return this.json(result);
    this.line(
      `The recogniser is overruled in ${countOf(result.places, 'place')}; reports of exports say so.`,
    );
  }

  boundaries(result: Result<'boundaries.set'>, json?: true): void {
    if (json) return this.json(result);
    const { pad, snap, mergeGap, minLength, lengthStep } = result;
    this.line(`  pad          ${pad} s on each side of the words`);
    this.line(`  snap         up to ${snap} s further, to the quietest moment`);
    this.line(`  merge gap    ${mergeGap} s`);
    this.line(`  min length   ${minLength} s`);
    this.line(`  length step  ${lengthStep === 0 ? 'none' : `${lengthStep} s`}`);
    this.line('Marks keep the edges they were made with; gap and step hold for all of them.');
  }

  placed(result: Result<'mark.place'>, decision: 'withhold' | 'keep', json?: true): void {
    if (json) return this.json(result);
    this.line(decision === 'keep' ? 'Kept there, and only there.' : 'Withheld there, and only there.');
  }

  kept(result: Result<'mark.keep'>, json?: true): void {
    if (json) return this.json(result);
    if (result.kept > 1) this.line(`These ${result.kept} names may be published.`);
    else this.line(result.kept > 0 ? 'This name may be published.' : 'This name was kept already.');
  }

  covered({ covers }: Result<'cover.replace'>, json?: true): void {
    if (json) return this.json({ covers });
    this.line(`The picture has ${countOf(covers, 'rectangle')} to cover.`);
  }

  project(result: Result<'project.show'>, json?: true): void {
    if (json) return this.json(result);
    const { media, words, transcription, entities, mentions, covers, plan } = result;
    this.line(media ? `Recording of ${clock(media.duration)}` : 'No recording');
    const waiting = transcription ? transcription.windows - transcription.finished : 0;
    this.line(`${words.length} words${waiting > 0 ? `, ${waiting} windows still to transcribe` : ''}`);
    for (const { type, name, decision } of entities) {
      this.line(`  ${decision.padEnd(10)}  ${type.padEnd(12)}  ${name || '(sound without words)'}`);
    }
    const names = new Map(entities.map(({ id, name }) => [id, name]));
    for (const { id, entityId, span } of mentions) {
      const where = span ? `${span.from.toFixed(3)} to ${span.to.toFixed(3)} s` : 'without times';
      this.line(`  mark ${id.padEnd(6)}  ${where}  ${names.get(entityId) ?? ''}`.trimEnd());
    }
    for (const { from, to } of plan.spans) this.line(`  masked ${from.toFixed(3)} to ${to.toFixed(3)} s`);
    for (const { keys, to } of covers) {
      this.line(`  covered ${(keys[0]?.at ?? 0).toFixed(3)} to ${to.toFixed(3)} s, in part of the picture`);
    }
  }

  exported(result: Result<'export.run'>, json?: true): void {
    if (json) return this.json(result);
    for (const { name, bytes } of result.files) this.line(`  ${name}  ${bytes} bytes`);
    this.line(`Checked: nothing that is withheld was found in ${countOf(result.files.length, 'file')}.`);
    for (const check of result.checks) if (check.done === false) this.line(describeCheck(check));
    const { undecided } = result;
    if (undecided.withheld === 0) this.line(nothingWithheld());
    for (const sentence of undecidedWords(undecided)) this.line(`Not decided: ${sentence}`);
    if (undecided.names > 0) this.line('suggest lists these names, mark withholds or keeps them.');
    if (result.proposedSpeakers > 0)
      this.line(
        `Who speaks is only proposed for ${countOf(result.proposedSpeakers, 'word')}: these were published without a ` +
          'speaker. Confirm it (speakers --confirm) and export again to have it told.',
      );
  }

  verified(result: Result<'verify.run'>, json?: true): void {
    if (json) return this.json(result);
    for (const check of result.checks) this.line(describeCheck(check));
    if (result.ok) this.line('Checked: nothing that is withheld was found.');
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

/** One line for a check: its answer, what it asked, of which file, and what it found. */
export function describeCheck({ name, file, ok, done, detail }: Check): string {
  const answer = ok ? (done === false ? 'not done' : 'ok') : 'FAILED';
  return `  ${answer.padEnd(8)}  ${name}${file === null ? '' : ` in ${file}`}${detail === '' ? '' : `: ${detail}`}`;
}

const stretchOf = ({ from, to }: { from: number; to: number }): string =>
  `${clockTenths(from)} to ${clockTenths(to)}`;
