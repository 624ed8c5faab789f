import { useMemo, useState } from 'react';
import type { EntityType } from '../../../shared/model/entity';
import { namesOf } from '../../../shared/leaks/EntityNames';
import { keepWords } from '../../../shared/edits/keepWords';
import { acceptSuggestions } from '../../../shared/edits/makeMarks';
import { foldPhrase } from '../../../shared/text/matching';
import type { TranscriptSuggestion } from '../../../shared/leaks/openSuggestions';
import { withheldMentions } from '../../../shared/plan/RedactionPlan';
import { decidePlace } from '../../session/interview/decidePlace';
import type { UsedSuggestions } from '../../session/suggestions';
import { useInterview } from '../../session/useInterview';
import { counted } from '../../ui/entityWords';

export const keyOfSuggestion = ({ text, start, wordIds, left }: TranscriptSuggestion): string =>
  `${left ? 'left ' : ''}${wordIds.length > 0 ? wordIds.join(' ') : `${left?.kind ?? 'label'} ${start} ${text}`}`;

export interface Review {
  /** The suggestion that is decided next; null when none is left. */
  current: TranscriptSuggestion | null;
  choose: (key: string) => void;
  move: (by: number) => void;
  /** All that are open of the same name, the current one among them. */
  sameName: readonly TranscriptSuggestion[];
  setType: (type: EntityType) => void;
  accept: (suggestions: readonly TranscriptSuggestion[]) => void;
  refuse: () => void;
  /** Keeps the current one where it stands, and nowhere else. */
  keepHere: () => void;
  /** In how many places the name of the current one is withheld already; refusing would publish these too. */
  withheldElsewhere: number;
  /** What was just done, for who cannot see it. Holds no name. */
  told: string;
  tell: (what: string) => void;
}

/** The queue of suggestions: which is to be decided, and how one decision leads to the next. */
export function useReview({ open, latest }: Pick<UsedSuggestions, 'open' | 'latest'>): Review {
  const interview = useInterview();
  const [key, setKey] = useState<string | null>(null);
  const [types, setTypes] = useState<ReadonlyMap<string, EntityType>>(new Map());
  const [told, tell] = useState('');
  /** What was decided last, to come back to when that is taken back. */
  const [decided, setDecided] = useState<string | null>(null);

  const typed = (one: TranscriptSuggestion) => ({ ...one, type: types.get(nameOf(one)) ?? one.type });
  const at = Math.max(
    0,
    open.findIndex((one) => keyOfSuggestion(one) === key),
  );
  const chosen = open[at];
  const current = chosen ? typed(chosen) : null;
  const name = chosen && nameOf(chosen);
  const sameName = useMemo(() => open.filter((one) => nameOf(one) === name), [open, name]);

  if (decided !== null && open.some((one) => keyOfSuggestion(one) === decided)) {
    setKey(decided);
    setDecided(null);
  }

  const choose = (next: string) => {
    setKey(next);
    tell('');
  };
  const finish = (what: string) => {
    const left = latest();
    const still = new Set(left);
    const next = open.slice(at).find((one) => still.has(one)) ?? left.at(-1);
    setDecided(current && keyOfSuggestion(current));
    setKey(next ? keyOfSuggestion(next) : null);
    tell(`${what}. ${left.length === 0 ? 'Nothing is left to decide.' : `${left.length} left.`}`);
  };
  return {
    current,
    choose,
    move: (by) => {
      const next = open[Math.min(open.length - 1, Math.max(0, at + by))];
      if (next) choose(keyOfSuggestion(next));
    },
    sameName,
    setType: (type) => {
      if (current) setTypes(new Map(types).set(nameOf(current), type));
    },
    accept: (all) => {
      // What is told around the text is changed by whoever wrote it.
      const suggestions = all.filter(
        ({ left, wordIds }) => !left || wordIds.length > 0 || left.kind === 'label',
      );
      if (suggestions.length === 0) return;
      interview.execute(acceptSuggestions(interview.document, suggestions.map(typed), 'rough').command);
      finish(suggestions.length === 1 ? 'Withheld' : `Withheld in ${counted(suggestions.length, 'place')}`);
    },
    refuse: () => {
      if (!current) return;
      interview.execute(keepWords(interview.document, [current.text], current.type));
      finish('Kept');
    },
    keepHere: () => {
      if (!current) return;
      const { wordIds, type, left } = current;
      const entity = left && { entityId: left.entityId };
      decidePlace(interview, { wordIds, type, decision: 'keep', ...entity });
      finish('Kept here');
    },
    withheldElsewhere: current ? placesWithheld(interview.document, current.text) : 0,
    told,
    tell,
  };
}

const names = new WeakMap<TranscriptSuggestion, string>();

/** Folded, found once for each suggestion. */
function nameOf(suggestion: TranscriptSuggestion): string {
  const name = names.get(suggestion) ?? (foldPhrase(suggestion.text).join(' ') || suggestion.text);
  names.set(suggestion, name);
  return name;
}

function placesWithheld(document: Parameters<typeof withheldMentions>[0], name: string): number {
  const entity = namesOf(document.entities).named(name);
  return entity ? withheldMentions(document).filter(({ entityId }) => entityId === entity.id).length : 0;
}
