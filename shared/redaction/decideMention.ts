import type { Command } from '../project/commands';
import type { ProjectDocument } from '../project/document';
import type { Decision } from './entity';

/**
 * Decides for one place alone, whatever is decided of the identity; null leaves it to that again.
 * @returns null when nothing changes, or there is no such mark.
 */
export function decideMention(
  document: ProjectDocument,
  id: string,
  decision: Decision | null,
): Command | null {
  const mention = document.mentions.find((one) => one.id === id);
  if (!mention || (mention.decision ?? null) === decision) return null;
  const { decision: _, ...bare } = mention;
  return {
    label: decision === 'keep' ? 'Keep one place' : 'Withhold one place',
    steps: [{ type: 'putMention', mention: { ...bare, ...(decision !== null && { decision }) } }],
  };
}
