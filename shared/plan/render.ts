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
  /** True when no space stands before it. Never set at the start of a paragraph, where no space would stand. */
  glued?: true;
  start: number | null;
  end: number | null;
}

/** One paragraph as it is published: one turn of one speaker at most. */
export interface PublishedParagraph {
  /** Headings that stand before it. */
  headings?: string[];
  speaker: string | null;
  /**
   * True when nobody is said to speak here, while others are said to speak elsewhere: `speaker` is a label that says
   * so.
   */
  unattributed?: true;
  /**
   * True when the speaker of the paragraph before goes on, and no heading parts the two. Labels cannot tell this, since
   * those of two withheld speakers are alike.
   */
  continues?: true;
  tokens: PublishedToken[];
}

/**
 * Renders the transcript with every withheld run replaced. This is the only place where words become publishable text,
 * and exporters get nothing else, so no format can show what another withholds.
 *
 * Nothing here depends on withheld words beyond the punctuation that stays, not even the space around them: a marker's
 * times are its span's, and times that were guessed from the length of words, withheld ones among them, are not told.
 * When the lengths of masks are to say less, no time inside a mask is told either: the words on both sides would tell
 * how long those between them took.
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
    // The published text does not tell where a withheld run is broken into paragraphs or turns.
    const shown = word && i > withheldUpTo;
    // Nobody decided to publish a speaker who is only proposed, so that speaker is not published.
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
 * Returns headings by the position of the word that they stand before. A marker is never parted: the heading of a line
 * that begins inside a withheld run stands before all of the run, wherever in the run the line begins.
 */
function placeHeadings(document: ProjectDocument, { runs }: RedactionPlan): Map<number, string[]> {
  const headings = new Map<number, string[]>();
  for (const { at, text } of chaptersInOrder(document)) {
    const place = runs.find(({ first, last }) => first < at && at <= last)?.first ?? at;
    headings.set(place, [...(headings.get(place) ?? []), text]);
  }
  return headings;
}

/** Labels a paragraph without a speaker, which would otherwise be read as said by whoever spoke before. */
function labelAll(paragraphs: PublishedParagraph[], language: string): PublishedParagraph[] {
  const isTold = paragraphs.some(({ speaker }) => speaker !== null);
  if (!isTold || paragraphs.every(({ speaker }) => speaker !== null)) return paragraphs;
  const label = noSpeaker(language === 'und' ? guessLanguage(publishedWords(paragraphs)) : language);
  return paragraphs.map((paragraph) =>
    paragraph.speaker === null ? { ...paragraph, speaker: label, unattributed: true } : paragraph,
  );
}

/**
 * Lists the published words. Only they may tell the language, since nothing that is published depends on other words.
 */
export const publishedWords = (paragraphs: readonly PublishedParagraph[]): string[] =>
  paragraphs.flatMap(({ tokens }) => tokens.flatMap(({ text, marker }) => (marker ? [] : [text])));

/** Returns the punctuation around a withheld run, without brackets whose other half is withheld. */
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
