import { createSocket } from 'node:dgram';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { encodeQuestion, responseHead } from './dns-message.ts';

/*
 * Sends questions to a resolver at given times and says what came of each. It runs in the namespace of the resolver,
 * where the process that compares cannot be, and speaks to that process through its input and output.
 */

/** What is read from the input: one object on one line. */
export interface Replay {
  readonly resolver: string;
  /** Seconds from the start of the replay, ascending, and the name asked for. */
  readonly questions: readonly (readonly [at: number, name: string])[];
}

/** What is written to the output: two lines, the first when the replay is about to start. */
export interface ReplayStart {
  /** Start of the replay: milliseconds since 1970, a whole second. */
  readonly start: number;
}
export interface Replayed {
  /** When each question was sent, seconds from the start; and the response code, or −1 when nothing came back. */
  readonly sent: readonly number[];
  readonly codes: readonly number[];
}

const input = await text(process.stdin);
// The other process has ended before it could say everything.
if (!input.endsWith('\n')) process.exit(1);
const { resolver, questions } = JSON.parse(input) as Replay;
const socket = createSocket({ type: 'udp4', recvBufferSize: 1 << 22 });
const sent: number[] = [];
const codes = questions.map(() => -1);
/** The question that waits for a response under an identifier. */
const waiting = new Map<number, number>();
let isReady = false;
socket.on('message', (message) => {
  isReady = true;
  const head = responseHead(message);
  const question = head && waiting.get(head.id);
  if (question === undefined) return;
  waiting.delete(head!.id);
  codes[question] = head!.code;
});
await new Promise<void>((resolve) => socket.connect(53, resolver, resolve));
// Until the resolver listens, each attempt is refused; later faults show as missing responses.
socket.on('error', () => undefined);

// Every resolver answers for this name by itself (RFC 6761, section 6.3).
const isUp = encodeQuestion(65_535, 'localhost');
for (let tries = 0; !isReady; tries++) {
  if (tries === 100) throw new Error('the resolver did not start within ten seconds');
  socket.send(isUp);
  await wait(100);
}

const messages = questions.map(([, name], i) => encodeQuestion(i % 65_536, name));
// Unbound counts whole seconds of the clock: the start of one is the start of the replay.
const start = Math.ceil((Date.now() + 200) / 1000) * 1000;
console.log(JSON.stringify({ start } satisfies ReplayStart));
for (let i = 0; i < questions.length;) {
  const now = (Date.now() - start) / 1000;
  const due = questions[i]![0];
  if (due > now) {
    await wait(Math.max(0, Math.floor((due - now) * 1000)) || 1);
    continue;
  }
  waiting.set(i % 65_536, i);
  sent.push(now);
  socket.send(messages[i]!);
  i++;
}
// Nobody waits longer than a few seconds; while the root is silent, Unbound goes on trying.
for (let tenths = 0; waiting.size > 0 && tenths < 50; tenths++) await wait(100);
console.log(JSON.stringify({ sent, codes } satisfies Replayed));
socket.close();
