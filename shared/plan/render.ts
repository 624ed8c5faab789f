import type { ProjectDocument } from '../document/document';
import { joinWords } from '../text/joinWords';
import type { Speaker, Word } from '../model/word';
import type { Span } from '../model/entity';
import { guessLanguage } from '../text/likelyLanguage';
import { foldPhrase } from '../text/matching';
import { formatMarker, splitWord } from '../model/marker';
import type { PlannedRun, RedactionPlan } from './RedactionPlan';
import { chaptersInOrder } from './chaptersInOrder';
import { noSpeaker } from './noSpeaker';
import { spaceMarkers } from './spaceMarkers';

/** A word or a marker as it is published. Times are seconds, null in a transcript without times. */
export interface PublishedToken {
  text: string;
  marker: boolean;
  /** No space stands before it. Never so at the start of a paragraph, where none would. */
  glued?: true;
  start: number | null;
  end: number | null;
}

/** One paragraph as it is published: one turn of one speaker at most. */
export interface PublishedParagraph {
  /** Headings that stand before it. */
  headings?: string[];
  speaker: string | null;
  /** Nobody is said to speak here, while that is said of others: `speaker` is a label that says so. */
  unattributed?: true;
  /** The speaker of the paragraph before goes on, and no heading parts the two. Labels cannot tell: those of two withheld speakers are alike. */
  continues?: true;
  tokens: PublishedToken[];
}

/**
 * The transcript with every withheld run replaced. This is the only place where words become publishable text,
 * and exporters get nothing else, so no format can show what another withholds.
 *
 * Nothing here depends on withheld words beyond the punctuation that stays, not even the space around them: a marker's
 * times are its span's, and times that were guessed from the length of words, withheld ones among them, are not told.
 * Where the lengths of masks are to say less, nor is any time inside one: the words on both sides would tell how long
 * those between them took.
 * @param protectedNames names that must not stand as a speaker's label either.
 */
export function renderPublished(
  document: ProjectDocument,
  plan: RedactionPlan,
  protectedNames: readonly string[],
): PublishedParagraph[] {
  const label = speakerLabels(document, protectedNames);
  const untold = document.boundaries.lengthStep === 0 ? [] : plan.spans;
  const runAt = new Map<number, PlannedRun[]>();
  for (const run of plan.runs) runAt.set(run.first, [...(runAt.get(run.first) ?? []), run]);
  const headingsAt = placeHeadings(document, plan);

  const paragraphs: PublishedParagraph[] = [];
  let paragraph: PublishedParagraph | undefined;
  let speaker: string | undefined;
  let speakerBefore: string | undefined;
  let headings: string[] = [];
  const place = (token: PublishedToken) => {
    paragraph ??= {
      ...(headings.length > 0 && { headings }),
      speaker: speaker === undefined ? null : (label.get(speaker) ?? null),
      ...(paragraphs.length > 0 && headings.length === 0 && speaker === speakerBefore && { continues: true }),
      tokens: [],
    };
    headings = [];
    speakerBefore = speaker;
    paragraph.tokens.push(token);
  };
  const finish = () => {
    if (paragraph) paragraphs.push({ ...paragraph, tokens: spaceMarkers(paragraph.tokens) });
    paragraph = undefined;
  };

  let withheldUpTo = -1;
  for (let i = 0; i <= document.words.length; i++) {
    const word = document.words[i];
    // Where a withheld run is broken into paragraphs or turns is not told.
    const shown = word && i > withheldUpTo;
    // What is only proposed is published by nobody's decision: so it is not.
    const said = word?.proposed ? undefined : word?.speaker;
    if (shown && (word.paragraph || (i > 0 && said !== speaker))) finish();
    if (shown) speaker = said;
    const above = headingsAt.get(i);
    if (above) {
      finish();
      headings = above;
    }
    for (const run of runAt.get(i) ?? []) {
      const hasWords = run.last >= run.first;
      const signs = hasWords
        ? signsAround(document.words.slice(run.first, run.last + 1))
        : { lead: '', rest: '' };
      place({
        text: `${signs.lead}${run.marker}${signs.rest}`,
        marker: true,
        start: run.span?.from ?? null,
        end: run.span?.to ?? null,
      });
      withheldUpTo = Math.max(withheldUpTo, run.last);
    }
    if (word && i > withheldUpTo) {
      place({
        text: word.text,
        marker: false,
        ...(word.glued && { glued: true }),
        ...publishedTimes(word, untold),
      });
    }
  }
  finish();
  return labelAll(paragraphs, document.language);
}

/**
 * Tells by positions of words where headings stand. A marker is never parted: a heading of a line that begins inside a
 * withheld run stands before all of the run, wherever in it that line begins.
 */
function placeHeadings(document: ProjectDocument, { runs }: RedactionPlan): Map<number, string[]> {
  const headings = new Map<number, string[]>();
  for (const { at, text } of chaptersInOrder(document)) {
    const place = runs.find(({ first, last }) => first < at && at <= last)?.first ?? at;
    headings.set(place, [...(headings.get(place) ?? []), text]);
  }
  return headings;
}

/** Labels a paragraph that is nobody's: without a label it would be read as said by whoever spoke before. */
function labelAll(paragraphs: PublishedParagraph[], language: string): PublishedParagraph[] {
  const isTold = paragraphs.some(({ speaker }) => speaker !== null);
  if (!isTold || paragraphs.every(({ speaker }) => speaker !== null)) return paragraphs;
  const label = noSpeaker(language === 'und' ? guessLanguage(publishedWords(paragraphs)) : language);
  return paragraphs.map((paragraph) =>
    paragraph.speaker === null ? { ...paragraph, speaker: label, unattributed: true } : paragraph,
  );
}

/** Lists the published words. They alone may tell the language: nothing that is published depends on the others. */
export const publishedWords = (paragraphs: readonly PublishedParagraph[]): string[] =>
  paragraphs.flatMap(({ tokens }) => tokens.flatMap(({ text, marker }) => (marker ? [] : [text])));

/** The punctuation around a withheld run, without brackets whose other half is withheld. */
function signsAround(words: readonly Word[]): { lead: string; rest: string } {
  const lead = splitWord(words[0]?.text ?? '').lead;
  const rest = splitWord(words.at(-1)?.text ?? '').tail;
  const all = joinWords(words);
  const withheld = all.slice(lead.length, all.length - rest.length);
  const surplus = count(withheld, OPENING) - count(withheld, CLOSING);
  return {
    lead: surplus < 0 ? without(lead, OPENING, -surplus) : lead,
    rest: surplus > 0 ? without(rest, CLOSING, surplus) : rest,
  };
}

const OPENING = /\p{Ps}/gu;
const CLOSING = /\p{Pe}/gu;
const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;
const without = (text: string, sign: RegExp, most: number): string =>
  text.replace(sign, (found) => (most-- > 0 ? '' : found));

function publishedTimes(
  { start, end, within }: Word,
  untold: readonly Span[],
): Pick<PublishedToken, 'start' | 'end'> {
  if (start === null || end === null) return { start, end };
  const told = within ? { start: within.from, end: within.to } : { start, end };
  for (const { from, to } of untold) {
    if (told.start >= from && told.end <= to) return { start: from, end: to };
    if (told.start >= from && told.start < to) told.start = to;
    if (told.end > from && told.end <= to) told.end = from;
  }
  return told;
}

function speakerLabels(document: ProjectDocument, protectedNames: readonly string[]): Map<string, string> {
  const forbidden = protectedNames.map((name) => foldPhrase(name).join(' '));
  const label = ({ name }: Speaker) => {
    const folded = ` ${foldPhrase(name).join(' ')} `;
    return forbidden.some((form) => form !== '' && folded.includes(` ${form} `))
      ? formatMarker(document.markerWord)
      : name;
  };
  return new Map(document.speakers.map((speaker) => [speaker.id, label(speaker)]));
}
