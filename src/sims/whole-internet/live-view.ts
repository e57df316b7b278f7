import { asRelByteLimit } from '../../models/routing/as-rel.ts';
import type { BackedSimulation } from '../kernel/backed.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Settings, Simulation } from '../kernel/simulation.ts';
import { paintField, type Field } from './field-view.ts';
import type { Film } from './film.ts';
import { HiredWorker } from './hired-worker.ts';
import type { Answer, Places } from './protocol.ts';
import { refusalMessage } from './refusal-message.ts';
import { wholeInternetOver } from './simulation.ts';
import { changeStep, pressedIn, toggle, type WholeState } from './state.ts';

/** Films that are kept: a step back, or the next preset and back, then costs nothing. */
const mostFilms = 16;
const megabyte = 1024 * 1024;

const keyOf = (settings: Settings, pressed: readonly number[]): string =>
  JSON.stringify([Object.entries(settings).sort(), pressed]);

/** The simulation in a browser: a worker computes, a canvas shows every network. */
export function liveWholeInternet(): Simulation<WholeState> {
  const synthetic = new HiredWorker();
  /** A person's own graph is read and kept by a worker of its own, which can be sent away. */
  let own: HiredWorker | undefined;
  let reading: HiredWorker | undefined;
  const films = new Map<string, Film>();
  const fields = new WeakMap<Film, Field>();
  let places: Places | undefined;
  /** Counts the graphs that were shown: what belongs to an earlier one is not kept. */
  let graphs = 0;

  function keep(key: string, answer: Extract<Answer, { kind: 'film' }>): void {
    places = answer.places ?? places;
    films.set(key, answer.film);
    fields.set(answer.film, { places: places!, scene: answer.scene });
    for (const oldest of films.keys()) {
      if (films.size <= mostFilms) break;
      films.delete(oldest);
    }
  }

  async function prepare(settings: Settings, pressed: readonly number[]): Promise<void> {
    const key = keyOf(settings, pressed);
    if (films.has(key)) return;
    const graph = graphs;
    const knows = places?.world ?? '';
    const isOwn = own !== undefined;
    const answer = await (own ?? synthetic).ask({ kind: 'film', settings, pressed, isOwn, knows });
    if (answer.kind === 'film' && graph === graphs) keep(key, answer);
  }

  function changeGraph(worker: HiredWorker | undefined): void {
    own?.dismiss();
    own = worker;
    graphs++;
    films.clear();
    places = undefined;
  }

  async function take(file: File): Promise<{ isTaken: boolean; said: Message }> {
    const refused = (said: Message) => ({ isTaken: false, said });
    if (file.size > asRelByteLimit) {
      const n = Math.ceil(file.size / megabyte);
      return refused(message('file.large', { n, limit: asRelByteLimit / megabyte }));
    }
    reading?.dismiss();
    const worker = (reading = new HiredWorker());
    try {
      const answer = await worker.ask({ kind: 'read', file });
      if (answer.kind === 'taken') {
        changeGraph(worker);
        reading = undefined;
        const { networks, links } = answer;
        return { isTaken: true, said: message('file.taken', { networks, links }) };
      }
      worker.dismiss();
      if (answer.kind === 'refused') return refused(refusalMessage(answer));
      return refused(message(answer.kind === 'fault' ? `file.${answer.fault}` : 'file.unreadable'));
    } catch {
      return refused(message(reading === worker ? 'file.unreadable' : 'file.stopped'));
    }
  }

  const live: BackedSimulation<WholeState> = {
    ...wholeInternetOver((settings, pressed) => films.get(keyOf(settings, pressed))),
    backing: {
      async prepare(settings, actions) {
        let pressed: readonly number[] = [];
        await prepare(settings, pressed);
        for (const { before, action } of actions) {
          const position = pressedIn(action);
          // What the state refuses needs no film.
          if (position < 0 || before < changeStep) continue;
          pressed = toggle(pressed, position);
          await prepare(settings, pressed);
        }
      },
      paint(canvas, state, size, milliseconds) {
        const field = fields.get(state.film);
        return field ? paintField(canvas, field, state, size, milliseconds) : () => {};
      },
      files: {
        take,
        stop() {
          const worker = reading;
          reading = undefined;
          worker?.dismiss();
        },
        drop() {
          changeGraph(undefined);
          return message('file.none');
        },
      },
    },
  };
  return live;
}
