import type { EntityType } from '../../shared/redaction/entity';
import { changeEntity } from '../../shared/redaction/changeEntity';
import { namesOf } from '../../shared/redaction/EntityNames';
import { keepWords } from '../../shared/redaction/keepWords';
import { acceptSuggestions, makeMarks } from '../../shared/redaction/makeMarks';
import { markNames } from '../../shared/redaction/markNames';
import { splitWord } from '../../shared/redaction/marker';
import type { Suggestion } from '../../shared/contract/api';
import { joinWords } from '../../shared/transcript/joinWords';
import type { Word } from '../../shared/transcript/word';
import { useApp } from '../client/app';
import type { Interview } from '../client/Interview';
import { useEditor } from './editorState';

/** The three ways to mark that have a key of their own. */
export type MarkType = Extract<EntityType, 'person' | 'place' | 'other'>;

/** Withholds what is selected, wherever the same words stand; or the time range that was drawn. */
export function markSelection(interview: Interview, type: MarkType): void {
  const { selection, drawn, binding } = useEditor.getState();
  binding?.keep();
  const { document } = interview;
  if (drawn) {
    interview.execute(makeMarks(document, [{ ...drawn, type }]).command);
    useEditor.setState({ drawn: null });
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
    // A word that was cut for it has another id since.
    const now = binding.wordsIn(main) ?? selection;
    const wordIds = new Set(interview.document.words.slice(now.first, now.last + 1).map(({ id }) => id));
    const made = interview.document.mentions.find((mention) => mention.wordIds.some((id) => wordIds.has(id)));
    useEditor.setState({ selection: null, mention: made?.id ?? null });
  });
}

/** Words without the signs around them. */
function nameIn(words: readonly Word[]): string {
  const text = joinWords(words);
  return text.slice(
    splitWord(words[0]?.text ?? '').lead.length,
    text.length - splitWord(words.at(-1)?.text ?? '').tail.length,
  );
}

/** Signs alone make no name that could be looked for elsewhere. */
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
    keepName(interview, binding?.partIn(binding.view.state.selection.main) ?? nameIn(words));
    return;
  }
  const entityId = document.mentions.find(({ id }) => id === mention)?.entityId;
  if (entityId !== undefined) interview.execute(changeEntity(document, entityId, { decision: 'keep' }));
}

/** Lets a name be published; where it is withheld elsewhere, Review asks first, since all its places would be shown. */
export function keepName(interview: Interview, name: string, type?: EntityType): void {
  const entity = namesOf(interview.document.entities).suggested(name, type ?? 'other');
  if (entity?.decision === 'withhold') useApp.setState({ tab: 'review' });
  else interview.execute(keepWords(interview.document, [name], type));
}

/** Withholds what was suggested. */
export function accept(interview: Interview, suggestions: readonly Suggestion[]): void {
  useEditor.getState().binding?.keep();
  const placed = suggestions.map((suggestion) => ({ ...suggestion, wordIds: suggestion.wordIds ?? [] }));
  interview.execute(acceptSuggestions(interview.document, placed, 'rough').command);
}

/** Ends looking for words, and goes on where they are. */
export function closeFind(): void {
  useEditor.setState({ finding: false });
  useEditor.getState().binding?.view.focus();
}
