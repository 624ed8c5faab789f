import { readdir, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../../shared/contract/api';
import type { AppErrorShape } from '../../../../shared/model/errors';
import { ffmpeg, useTemporaryFolder } from '../../../support/makeMedia';
import { CALL_VIDEO } from '../../../support/speech';
import { withheld, withheldJson } from '../../../support/commandLine';

/** An editor covers a face by the command line alone. */
describe('covers', () => {
  const at = useTemporaryFolder();
  let project = '';
  let list = '';
  const key = (time: number, x: number) => ({ at: time, x, y: 0.1, width: 0.2, height: 0.3 });

  beforeAll(async () => {
    const media = at('clip.mp4');
    await ffmpeg('-i', CALL_VIDEO, '-t', '8', '-map', '0:v', '-map', '0:a', '-c', 'copy', media);
    project = at('interview.withheld');
    await withheldJson(['new', project, '--media', media]);
    const marks = at('marks.json');
    await writeFile(marks, JSON.stringify([{ from: 2.03, to: 2.71 }]));
    await withheldJson(['mark', project, '--from', marks]);
    // There is no transcript, so everything that is said is published knowingly.
    await withheldJson(['speech', project, '--publish', 'all']);
    list = at('covers.json');
    await writeFile(list, JSON.stringify([{ keys: [key(0, 0.2), key(6, 0.7)], to: 500 }]));
  });

  const refusal = async (...args: string[]): Promise<AppErrorShape & { exit: number | null }> => {
    const { code, stdout } = await withheld([...args, '--json']);
    return { ...(JSON.parse(stdout) as { error: AppErrorShape }).error, exit: code };
  };

  it.each([
    ['is no JSON', 'x', 'not JSON'],
    ['is no list', '{}', 'expected a list, got an object'],
    ['counts in pixels', JSON.stringify([{ keys: [key(0, 640)], to: 5 }]), 'covers[0].keys[0].x: '],
    ['ends before it begins', JSON.stringify([{ keys: [key(4, 0)], to: 3 }]), 'covers[0]: to is later'],
    ['begins too late', JSON.stringify([{ keys: [key(400, 0)], to: 500 }]), 'covers[0]: it begins after'],
  ])('in a file that %s are refused, and it is told why', async (_name, text, why) => {
    const file = at('wrong.json');
    await writeFile(file, text);
    const error = await refusal('cover', project, '--from', file);
    expect(error).toMatchObject({ code: 'COVERS_INVALID', exit: 1 });
    expect(error.message).toContain(why);
    expect((await withheldJson<Result<'project.show'>>(['show', project])).covers).toEqual([]);
  });

  it('are drawn, shown, exported, verified, and never left out', async () => {
    expect(await withheldJson(['cover', project, '--from', list])).toEqual({ covers: 1 });
    const { covers } = await withheldJson<Result<'project.show'>>(['show', project]);
    expect(covers).toMatchObject([{ keys: [key(0, 0.2), key(6, 0.7)], to: 500 }]);

    const out = at('publishable');
    const kept = await refusal('export', project, '--out', out, '--picture', 'keep');
    expect(kept).toMatchObject({ code: 'EXPORT_WOULD_LEAK', exit: 1 });
    const { checks } = await withheldJson<Result<'export.run'>>(['export', project, '--out', out]);
    expect(checks).toContainEqual(expect.objectContaining({ name: 'covered as planned', ok: true }));
    expect(await withheldJson(['verify', project, out])).toMatchObject({ ok: true });

    const silent = at('sound');
    await withheldJson(['export', project, '--out', silent, '--media', 'video', '--picture', 'none']);
    expect(await readdir(silent)).toContain('recording.m4a');
    const misfit = ['export', project, '--out', at('misfit'), '--media', 'audio', '--picture', 'cover'];
    expect(await refusal(...misfit)).toMatchObject({ code: 'USAGE', exit: 2 });

    await writeFile(list, '[]');
    expect(await withheldJson(['cover', project, '--from', list])).toEqual({ covers: 0 });
  });
});
