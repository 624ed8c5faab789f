import type { Mention } from '../../shared/model/entity';
import { isTimed, type TimedWord } from '../../shared/model/word';
import { refineSpans } from '../transcribe/refineSpans';
import type { Vault } from '../vault/Vault';
import type { CallContext } from './Handlers';
import { modelFor, type Alignment } from './withSpans';
import { unionOf } from '../../shared/model/spans';

/**
 * Finds the edges of the marks that were made in a hurry. What such a mark masks is masked afterwards too. Marks that
 * change while their places are heard stay as they are until the next time.
 * @returns the count of marks whose edges were found.
 * @throws {AppError} as `refineSpans` and `modelFor`.
 */
export async function refineMarks(vault: Vault, alignment: Alignment, context: CallContext): Promise<number> {
  const rough = vault.document.mentions.filter((mention) => mention.rough);
  if (rough.length === 0) return 0;
  const byId = new Map(vault.document.words.filter(isTimed).map((word) => [word.id, word]));
  const runs = rough.map(({ wordIds }) => wordIds.flatMap((id) => byId.get(id) ?? []));
  const model = await modelFor(vault, alignment, context.signal);
  const spanOf = await refineSpans(
    vault,
    runs.filter((run) => run.length > 0),
    { model, ...context },
  );
  const now = new Map(vault.document.mentions.map((mention) => [mention.id, mention]));
  const found = rough.flatMap((mention, i) =>
    now.get(mention.id) === mention ? [withSpan(mention, runs[i])] : [],
  );
  if (found.length > 0) {
    vault.amend({
      label: 'Find edges',
      steps: found.map((mention) => ({ type: 'putMention', mention })),
    });
  }
  return found.length;

  function withSpan({ rough: _, ...mention }: Mention, run: readonly TimedWord[] = []): Mention {
    const span = run.length > 0 ? spanOf(run) : undefined;
    return span ? { ...mention, span: unionOf(mention.span, span) } : mention;
  }
}
