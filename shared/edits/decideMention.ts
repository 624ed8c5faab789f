import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { indexWords } from '../plan/wordIndex';
import { withheldAgain } from './decidePlaces';
import type { Decision, Mention } from '../model/entity';
import { saidBy } from '../plan/keptHere';

/**
 * Decides for one place alone, whatever is decided of the identity; null leaves the place to that decision again.
 * @returns null when nothing changes, or there is no such mark.
 */
export function decideMention(
  document: ProjectDocument,
  id: string,
  decision: Decision | null,
): Command | null {
  const mention = document.mentions.find((one) => one.id === id);
  if (!mention || (mention.decision ?? null) === decision) return null;
  return {
    label: decision === 'keep' ? 'Keep one place' : 'Withhold one place',
    steps: [{ type: 'putMention', mention: decided(mention, decision, document) }],
  };
}

function decided(mention: Mention, decision: Decision | null, document: ProjectDocument): Mention {
  if (decision === 'keep') {
    const { words } = document;
    const { at } = indexWords(words);
    const said = saidBy(mention.wordIds.flatMap((id) => words[at.get(id) ?? -1] ?? []));
    return { ...mention, decision, ...(said !== '' && { said }) };
  }
  const { decision: _, ...bare } = withheldAgain(mention, document);
  return { ...bare, ...(decision !== null && { decision }) };
}
