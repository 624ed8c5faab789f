import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The order of Vitest's projects. The smallest files come last, so that all workers end at about the same time. */
const PROJECTS = ['apart', 'sealed', 'services', 'unit'];

/**
 * Runs the files of one project after those of another, the slow ones first. A worker that is not isolated goes on with
 * the next file only if that is of the same project.
 */
export class ProjectByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ project }: TestSpecification) => PROJECTS.indexOf(project.name);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
