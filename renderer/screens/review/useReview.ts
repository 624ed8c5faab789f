import { useMemo, useState } from 'react';
import { t } from '../../../shared/messages/messages';
import type { EntityType } from '../../../shared/model/entity';
import { namesOf } from '../../../shared/leaks/EntityNames';
import { keepIdentity } from '../../../shared/edits/keepIdentity';
import { acceptSuggestions } from '../../../shared/edits/makeMarks';
import { foldPhrase } from '../../../shared/text/matching';
import type { TranscriptSuggestion } from '../../../shared/leaks/openSuggestions';
import { withheldMentions } from '../../../shared/plan/RedactionPlan';
import { decidePlace } from '../../session/interview/decidePlace';
import type { UsedSuggestions } from '../../session/suggestions';
import { useInterview } from '../../session/useInterview';

export const keyOfSuggestion = ({ text, start, wordIds, left, heading }: TranscriptSuggestion): string =>
  `${left ? 'left ' : ''}${wordIds.length > 0 ? wordIds.join(' ') : `${left?.kind ?? (heading ? 'heading' : 'label')} ${start} ${text}`}`;

export interface Review {
  /** The suggestion that is decided next; null when none is left. */
  current: TranscriptSuggestion | null;
  choose: (key: string) => void;
  move: (by: number) => void;
  /** All open suggestions of the same identity, with the current one. */
  ofIdentity: readonly TranscriptSuggestion[];
  /** The forms in which they are written, the current one first, with the count of each. */
  forms: readonly { text: string; places: number }[];
  setType: (type: EntityType) => void;
  accept: (suggestions: readonly TranscriptSuggestion[]) => void;
  keepEverywhere: () => void;
  /** Keeps the current suggestion at this place only. */
  keepHere: () => void;
  /** Number of places where this name is withheld already. Keeping it everywhere would publish these, too. */
  withheldElsewhere: number;
  /** A sentence on the last act, for somebody who cannot see it. It holds no name. */
  told: string;
  tell: (what: string) => void;
}

/** The queue of suggestions: which one is decided now, and how one decision leads to the next. */
export function useReview({ open, latest }: Pick<UsedSuggestions, 'open' | 'latest'>): Review {
  const interview = useInterview();
  const [key, setKey] = useState<string | null>(null);
  const [types, setTypes] = useState<ReadonlyMap<string, EntityType>>(new Map());
  const [told, tell] = useState('');
  /** The last suggestion that was decided. It is shown again when the decision is taken back. */
  const [decided, setDecided] = useState<string | null>(null);

  const typed = (one: TranscriptSuggestion) => ({ ...one, type: types.get(nameOf(one)) ?? one.type });
  const at = Math.max(
    0,
    open.findIndex((one) => keyOfSuggestion(one) === key),
  );
  const chosen = open[at];
  const current = chosen ? typed(chosen) : null;
  const name = chosen && nameOf(chosen);
  const ofIdentity = useMemo(() => open.filter((one) => nameOf(one) === name), [open, name]);
  const forms = useMemo(() => formsIn(ofIdentity, chosen), [ofIdentity, chosen]);

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
    const rest = t('{count, plural, =0 {Nothing is left to decide.} other {# left.}}', {
      count: left.length,
    });
    tell(`${what} ${rest}`);
  };
  return {
    current,
    choose,
    move: (by) => {
      const next = open[Math.min(open.length - 1, Math.max(0, at + by))];
      if (next) choose(keyOfSuggestion(next));
    },
    ofIdentity,
    forms,
    setType: (type) => {
      if (current) setTypes(new Map(types).set(nameOf(current), type));
    },
    accept: (all) => {
      // Whoever wrote the text around the transcript has to change it.
      const suggestions = all.filter(
        ({ left, wordIds }) => !left || wordIds.length > 0 || left.kind === 'label',
      );
      if (suggestions.length === 0) return;
      interview.execute(acceptSuggestions(interview.document, suggestions.map(typed), 'rough').command);
      finish(
        t('{count, plural, =1 {Withheld.} one {Withheld: # mention.} other {Withheld: # mentions.}}', {
          count: suggestions.length,
        }),
      );
    },
    keepEverywhere: () => {
      if (!current) return;
      const named = current.identity?.name;
      const texts = forms.map(({ text }) => text);
      // What is left of something withheld is kept in the form that is written there.
      const kept = current.left
        ? [current.text]
        : texts.sort((a, b) => fullness(b, named) - fullness(a, named));
      interview.execute(keepIdentity(interview.document, kept, current.type));
      finish(t('Kept.'));
    },
    keepHere: () => {
      if (!current) return;
      const { wordIds, type, left } = current;
      const entity = left && { entityId: left.entityId };
      decidePlace(interview, { wordIds, type, decision: 'keep', ...entity });
      finish(t('Kept here.'));
    },
    withheldElsewhere: current
      ? placesWithheld(interview.document, current.left ? [current.text] : forms.map(({ text }) => text))
      : 0,
    told,
    tell,
  };
}

const names = new WeakMap<TranscriptSuggestion, string>();

/** Returns the name of what is decided at once: an identity, or what is written the same. It is kept once found. */
function nameOf(suggestion: TranscriptSuggestion): string {
  const { identity, text } = suggestion;
  const name = names.get(suggestion) ?? identity?.key ?? (foldPhrase(text).join(' ') || text);
  names.set(suggestion, name);
  return name;
}

/** Returns each form once, whatever its case, accents and signs. */
function formsIn(
  all: readonly TranscriptSuggestion[],
  current: TranscriptSuggestion | undefined,
): Review['forms'] {
  const forms = new Map<string, { text: string; places: number }>();
  for (const { text } of current ? [current, ...all] : all) {
    const key = foldPhrase(text).join(' ') || text;
    const form = forms.get(key) ?? { text, places: 0 };
    forms.set(key, form);
    form.places++;
  }
  const first = current && forms.get(foldPhrase(current.text).join(' ') || current.text);
  if (first) first.places--;
  return [...forms.values()];
}

const fullness = (form: string, name: string | undefined): number =>
  foldPhrase(form).length * 2 + (form === name ? 1 : 0);

function placesWithheld(document: Parameters<typeof withheldMentions>[0], forms: readonly string[]): number {
  const entities = new Set(forms.flatMap((form) => namesOf(document.entities).named(form)?.id ?? []));
  return entities.size === 0
    ? 0
    : withheldMentions(document).filter(({ entityId }) => entities.has(entityId)).length;
}
