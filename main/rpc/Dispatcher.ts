import { requestSchema, type Envelope, type Progress } from '../../shared/contract/envelope';
import { t } from '../../shared/messages/messages';
import { AppError, toAppErrorShape } from '../../shared/model/errors';
import type { CallContext, Contract, HandlersOf } from '../app/Handlers';
import { describeIssues } from './describeIssues';

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
    if (!parsed.success) throw usage(describeIssues(parsed.error, params));
    const handler = this.handlers[method] as (params: unknown, context: CallContext) => unknown;
    const answer = await handler(parsed.data, context);
    const result = schemas.result.safeParse(answer);
    if (!result.success)
      throw new Error(`${method} broke its contract: ${describeIssues(result.error, answer)}`);
    return result.data;
  }
}

const usage = (message: string): AppError =>
  new AppError('USAGE', message, t('Correct the call and try again.'));

function failure(id: string, error: unknown): Envelope {
  return { id, ok: false, error: toAppErrorShape(error) };
}
