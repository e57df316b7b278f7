import { GraphRefusal } from '../../models/routing/graph-refusal.ts';
import { readOwnFile, UnreadFile } from './own-file.ts';
import { Desk, listsOf, type Answer, type Request } from './protocol.ts';

/** The thread in which the networks are computed: takes requests from the page and answers each. */
const desk = new Desk();

async function read(number: number, file: Blob): Promise<Answer> {
  try {
    return { number, kind: 'taken', ...desk.take(await readOwnFile(file)) };
  } catch (error) {
    if (error instanceof UnreadFile) return { number, kind: 'fault', fault: error.fault };
    if (!(error instanceof GraphRefusal)) throw error;
    return { number, kind: 'refused', reason: error.reason, line: error.line, values: error.values };
  }
}

const send = (answer: Answer) => postMessage(answer, { transfer: listsOf(answer) as ArrayBuffer[] });

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'film') send({ number: data.number, kind: 'film', ...desk.film(data) });
  else
    read(data.number, data.file)
      .then(send)
      .catch((error: unknown) => {
        // Outside the promise, so that the page hears of it.
        queueMicrotask(() => {
          throw error;
        });
      });
});
