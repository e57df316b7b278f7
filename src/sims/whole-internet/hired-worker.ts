import address from './worker.ts?worker&url';
import type { Answer, Request } from './protocol.ts';

/** The part of Trusted Types that is needed (W3C Trusted Types, section 3.3); not every browser has them. */
interface PolicyMaker {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

let policy: { createScriptURL(url: string): unknown } | undefined;

/** The address of our own worker as the content policy wants it: a policy of one name that lets one address pass. */
function trusted(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyMaker };
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy('whole-internet', {
    createScriptURL(url) {
      if (url !== address) throw new TypeError('Only the worker of this simulation may be started.');
      return url;
    },
  });
  return policy.createScriptURL(address) as string;
}

/** Omit for each member of a union. */
type Unnumbered = Request extends infer R ? (R extends Request ? Omit<R, 'number'> : never) : never;

/** A worker that is asked and answers; it can be sent away in the middle of its work. */
export class HiredWorker {
  private worker: Worker | undefined;
  private count = 0;
  private readonly waiting = new Map<
    number,
    { answer: (answer: Answer) => void; fail: (error: Error) => void }
  >();

  /** Rejected when the worker cannot be started, breaks down or is dismissed. */
  ask(request: Unnumbered): Promise<Answer> {
    return new Promise((answer, fail) => {
      this.worker ??= this.hire();
      const number = ++this.count;
      this.waiting.set(number, { answer, fail });
      this.worker.postMessage({ ...request, number });
    });
  }

  private hire(): Worker {
    const worker = new Worker(trusted(), { type: 'module', name: 'whole-internet' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.waiting.get(data.number)?.answer(data);
      this.waiting.delete(data.number);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.dismiss();
    });
    return worker;
  }

  /** Ends the worker at once, whatever it does; what is asked next goes to a new one. */
  dismiss(): void {
    this.worker?.terminate();
    this.worker = undefined;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { fail } of waiting) fail(new Error('The worker was dismissed.'));
  }
}
