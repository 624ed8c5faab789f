import type { EntityType } from '../../shared/model/entity';
import { changeEntity } from '../../shared/edits/changeEntity';
import { namesOf } from '../../shared/leaks/EntityNames';
import { keptHere } from '../../shared/plan/keptHere';
import { keepWords } from '../../shared/edits/keepWords';
import { acceptSuggestions, makeMarks } from '../../shared/edits/makeMarks';
import { markNames } from '../../shared/edits/markNames';
import type { TranscriptSuggestion } from '../../shared/leaks/openSuggestions';
import { splitWord } from '../../shared/model/marker';
import { withheldMentions } from '../../shared/plan/RedactionPlan';
import type { Suggestion } from '../../shared/model/suggestion';
import { joinWords } from '../../shared/text/joinWords';
import type { Word } from '../../shared/model/word';
import { goToTab } from '../session/go';
import { decidePlace } from '../session/interview/decidePlace';
import type { Interview } from '../session/interview/Interview';
import { useEditor } from './editorState';

/** The three ways to mark that have a key of their own. */
export type MarkType = Extract<EntityType, 'person' | 'place' | 'other'>;

/** Withholds the selected words wherever they stand, or the time range that was drawn. */
export function markSelection(interview: Interview, type: MarkType): void {
  const { selection, drawn, binding } = useEditor.getState();
  binding?.keep();
  const { document } = interview;
  if (drawn) {
    interview.execute(makeMarks(document, [{ ...drawn, type }]).command);
    const known = new Set(document.mentions.map(({ id }) => id));
    // A mark that was drawn there before counts as the one that was made.
    const made =
      interview.document.mentions.find(({ id }) => !known.has(id)) ??
      document.mentions.find(
        ({ drawn: isDrawn, span }) => isDrawn && span?.from === drawn.from && span.to === drawn.to,
      );
    useEditor.setState({ drawn: null, mention: made?.id ?? null, describing: made?.entityId ?? null });
    return;
  }
  if (!selection || !binding) return;
  const words = document.words.slice(selection.first, selection.last + 1);
  const { main } = binding.view.state.selection;
  const text = binding.partIn(main) ?? nameIn(words);
  const { command, notFound } = markNames(document, [{ text, type }], 'rough');
  binding.together(() => {
    if (notFound.length === 0) interview.execute(command);
    else withholdAsTheyAre(interview, words, type);
    // A word that was cut for the mark has a new id.
    const now = binding.wordsIn(main) ?? selection;
    const wordIds = new Set(interview.document.words.slice(now.first, now.last + 1).map(({ id }) => id));
    // The selected place was chosen, so it is withheld even if it was kept before or does not read like a name.
    const { document: marked } = interview;
    const kept = keptHere(marked);
    const taken = new Set(withheldMentions(marked).flatMap((mention) => mention.wordIds));
    if ([...wordIds].some((id) => kept.has(id) || !taken.has(id)))
      decidePlace(interview, { wordIds: [...wordIds], decision: 'withhold', type });
    const made = interview.document.mentions.find((mention) => mention.wordIds.some((id) => wordIds.has(id)));
    useEditor.setState({ selection: null, mention: made?.id ?? null });
  });
}

/** Returns the text of words without the signs around them. */
function nameIn(words: readonly Word[]): string {
  const text = joinWords(words);
  return text.slice(
    splitWord(words[0]?.text ?? '').lead.length,
    text.length - splitWord(words.at(-1)?.text ?? '').tail.length,
  );
}

/** Withholds words as they stand: signs alone make no name that could be looked for elsewhere. */
function withholdAsTheyAre(interview: Interview, words: readonly Word[], type: MarkType): void {
  const [text, wordIds] = [joinWords(words), words.map(({ id }) => id)];
  accept(interview, [{ type, text, wordIds, start: 0, end: 0, score: 1, why: 'selected' }]);
}

/** Says that the selected words, or the identity the panel is about, may be published. */
export function keepSelection(interview: Interview): void {
  const { selection, mention, binding } = useEditor.getState();
  binding?.keep();
  const { document } = interview;
  if (selection) {
    const words = document.words.slice(selection.first, selection.last + 1);
    const text = binding?.partIn(binding.view.state.selection.main) ?? nameIn(words);
    keepName(interview, { text, wordIds: words.map(({ id }) => id) });
    return;
  }
  const entityId = document.mentions.find(({ id }) => id === mention)?.entityId;
  if (entityId !== undefined) interview.execute(changeEntity(document, entityId, { decision: 'keep' }));
}

type Kept = Pick<TranscriptSuggestion, 'text' | 'wordIds' | 'left'> & { type?: EntityType };

/** Lets a name be published. Where it is withheld, only this place is, since the others would be shown too. */
export function keepName(interview: Interview, kept: Kept): void {
  const { text, type, wordIds, left } = kept;
  const entity = namesOf(interview.document.entities).suggested(text, type ?? 'other');
  const isWithheld = left !== undefined || entity?.decision === 'withhold';
  if (!isWithheld) interview.execute(keepWords(interview.document, [text], type));
  else if (wordIds.length > 0) keepPlace(interview, kept);
  else goToTab('review');
}

/** Lets words be published at this place only. */
export function keepPlace(interview: Interview, { wordIds, type, left }: Kept): void {
  const of = { ...(type !== undefined && { type }), ...(left && { entityId: left.entityId }) };
  decidePlace(interview, { wordIds, decision: 'keep', ...of });
}

/** Withholds what was suggested. */
export function accept(interview: Interview, suggestions: readonly Suggestion[]): void {
  useEditor.getState().binding?.keep();
  const placed = suggestions.map((suggestion) => ({ ...suggestion, wordIds: suggestion.wordIds ?? [] }));
  interview.execute(acceptSuggestions(interview.document, placed, 'rough').command);
}

/** Closes the search, and puts the keyboard into the transcript. */
export function closeFind(): void {
  useEditor.setState({ finding: false });
  useEditor.getState().binding?.view.focus();
}
