import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withheld } from './withheld';

/**
 * Decides what an export asks for, as a person does on the command line: withholds one second in every twenty, and
 * publishes as it is what the detector takes for speech and what has no words. The sound is a loop without a transcript.
 * The project knows its speech afterwards, so that exports need not look for it.
 */
export async function decideAll(folder: string, project: string, seconds: number): Promise<void> {
  const marks = join(folder, 'marks.json');
  const spans = Array.from({ length: seconds / 20 }, (_, i) => ({ from: 20 * i + 10, to: 20 * i + 11 }));
  await writeFile(marks, JSON.stringify(spans));
  await withheld(['mark', project, '--from', marks]);
  await withheld(['speech', project, '--publish', 'all']);
}
