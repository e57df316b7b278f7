import { asRelByteLimit } from '../../models/routing/as-rel.ts';
import type { BackedSimulation } from '../kernel/backed.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Settings } from '../kernel/simulation.ts';
import { paintField, type Field } from './field-view.ts';
import type { Film } from './film.ts';
import { HiredWorker } from './hired-worker.ts';
import type { Answer, Places } from './protocol.ts';
import { refusalMessage } from './refusal-message.ts';
import { wholeInternetOver } from './simulation.ts';
import { pressedIn, toggle, type WholeState } from './state.ts';

/** Films that are kept: a step back, or the next preset and back, then costs nothing. */
const mostFilms = 16;
const megabyte = 1024 * 1024;

const keyOf = (settings: Settings, pressed: readonly number[]): string =>
  JSON.stringify([Object.entries(settings).sort(), pressed]);

/** The simulation in a browser: a worker computes, a canvas shows every network. */
export function liveWholeInternet(): BackedSimulation<WholeState> {
  const worker = new HiredWorker();
  const films = new Map<string, Film>();
  const fields = new WeakMap<Film, Field>();
  let places: Places | undefined;
  let isOwn = false;

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
    const knows = places?.world ?? '';
    const answer = await worker.ask({ kind: 'film', settings, pressed, isOwn, knows });
    if (answer.kind === 'film') keep(key, answer);
  }

  /** Another graph: films of the one before show something else. */
  const forget = () => films.clear();

  return {
    ...wholeInternetOver((settings, pressed) => films.get(keyOf(settings, pressed))),
    backing: {
      async prepare(settings, actions) {
        let pressed: readonly number[] = [];
        await prepare(settings, pressed);
        for (const { action } of actions) {
          const position = pressedIn(action);
          if (position < 0) continue;
          pressed = toggle(pressed, position);
          await prepare(settings, pressed);
        }
      },
      paint(canvas, state, size, milliseconds) {
        const field = fields.get(state.film);
        return field ? paintField(canvas, field, state, size, milliseconds) : () => {};
      },
      files: {
        async take(file) {
          const refused = (said: Message) => ({ isTaken: false, said });
          if (file.size > asRelByteLimit)
            return refused(
              message('file.large', {
                n: Math.ceil(file.size / megabyte),
                limit: asRelByteLimit / megabyte,
              }),
            );
          try {
            const answer = await worker.ask({ kind: 'read', file });
            if (answer.kind === 'refused') return refused(refusalMessage(answer));
            if (answer.kind === 'fault') return refused(message(`file.${answer.fault}`));
            if (answer.kind !== 'taken') return refused(message('file.unreadable'));
            isOwn = true;
            forget();
            return {
              isTaken: true,
              said: message('file.taken', { networks: answer.networks, links: answer.links }),
            };
          } catch {
            return refused(message('file.stopped'));
          }
        },
        stop() {
          // The worker that held a file before is gone with it; pages then show the synthetic Internet.
          worker.dismiss();
        },
        drop() {
          isOwn = false;
          forget();
          return message('file.none');
        },
      },
    },
  };
}
