import type * as z from 'zod';
import { requestSchema, type Envelope, type Progress } from '../../shared/contract/envelope';
import { t } from '../../shared/messages/messages';
import { AppError, toAppErrorShape } from '../../shared/model/errors';
import type { CallContext, Contract, HandlersOf } from '../app/Handlers';

/**
 * Runs calls: looks the method up among our own keys only, validates, gives the handler a signal of its own, and
 * always resolves with an envelope. A cancel ends the one call that it names.
 */
export class Dispatcher<C extends Contract> {
  private readonly running = new Map<string, AbortController>();

  constructor(
    private readonly contract: C,
    private readonly handlers: HandlersOf<C>,
    private readonly onDefect: (defect: unknown) => void,
  ) {}

  /** Number of calls that are not answered yet. */
  get runningCount(): number {
    return this.running.size;
  }

  /** @returns the call's envelope, or null for a cancel, which has no answer of its own. */
  async dispatch(
    message: unknown,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Promise<Envelope | null> {
    const request = requestSchema.safeParse(message);
    if (!request.success) return failure('', usage(t('The message is not a call.')));
    if ('cancel' in request.data) {
      this.running.get(request.data.cancel)?.abort();
      return null;
    }
    const { id, method, params } = request.data;
    if (this.running.has(id)) return failure(id, usage(t('A call with this id is running already.')));
    const controller = new AbortController();
    this.running.set(id, controller);
    try {
      const { onDefect } = this;
      const result = await this.call(method, params, { signal: controller.signal, onProgress, onDefect });
      return { id, ok: true, result };
    } catch (error) {
      if (toAppErrorShape(error).code === 'INTERNAL') this.onDefect(error);
      return failure(id, error);
    } finally {
      this.running.delete(id);
    }
  }

  /** Cancels every running call by its own signal, before the program is left. */
  cancelAll(): void {
    for (const controller of this.running.values()) controller.abort();
  }

  private async call(method: string, params: unknown, context: CallContext): Promise<unknown> {
    // Inherited names such as `constructor` must not dispatch.
    const schemas = Object.hasOwn(this.contract, method) ? this.contract[method] : undefined;
    if (!schemas) throw usage(t('There is no such method.'));
    const parsed = schemas.params.safeParse(params);
    if (!parsed.success) throw usage(describeIssues(parsed.error));
    const handler = this.handlers[method] as (params: unknown, context: CallContext) => unknown;
    const result = schemas.result.safeParse(await handler(parsed.data, context));
    if (!result.success) throw new Error(`${method} broke its contract: ${describeIssues(result.error)}`);
    return result.data;
  }
}

/** Returns the first broken rule with its path, never the value: `marks[2].from: expected number`. */
export function describeIssues(error: z.ZodError): string {
  const issue = firstIssue(error.issues);
  if (!issue) return t('The data is not valid.');
  const path = issue.path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`))
    .join('');
  // The unknown field is not quoted, since it may be somebody's name, as in a list of names by their types.
  const message =
    issue.code === 'unrecognized_keys'
      ? t('it has a field that is not known')
      : issue.message.replace(/^Invalid input: /u, '');
  return path === '' ? message : `${path}: ${message}`;
}

/** Finds the issue to report. A union's own issue says nothing; the branch with the fewest issues is what was meant. */
function firstIssue(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const [first] = issues;
  if (first?.code !== 'invalid_union') return first;
  const branch = [...first.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  const issue = firstIssue(branch);
  return issue ? { ...issue, path: [...first.path, ...issue.path] } : first;
}

const usage = (message: string): AppError =>
  new AppError('USAGE', message, t('Correct the call and try again.'));

function failure(id: string, error: unknown): Envelope {
  return { id, ok: false, error: toAppErrorShape(error) };
}
