import { formatNumber } from '../../i18n/format.ts';
import { readAddress, writeAddress } from './address.ts';
import { backingOf, type Actions } from './backed.ts';
import { animate, draw } from './draw-view.ts';
import { inNextFrame, layGround, onNewColours } from './ground-view.ts';
import { speaker } from './message.ts';
import { showMoves } from './moves-view.ts';
import { mountOwnFile } from './own-file-view.ts';
import { act, actionsWith, back, begin, forward, replay, shown, type Run } from './run.ts';
import type { NumberControl, Setting, Settings, Simulation } from './simulation.ts';
import { plateSizes } from './sizes.ts';
import { fromSlider, toSlider } from './slider.ts';

interface Words {
  messages: Record<string, string>;
  controls: Record<string, string>;
  predict: { outcome: string };
}
interface Texts {
  run: string;
  pause: string;
  place: string;
  expected: string;
  right: string;
  other: string;
  failed: string;
  computing: string;
  hints: Record<string, string>;
}

const stepMilliseconds = 1600;
/** Work that is done sooner needs no word. */
const patience = 300;

/**
 * Brings a frame that stands in the page to life: the same elements, now moving. Only this file knows about time.
 *
 * @param host the <sim-frame> element, as components/SimFrame.astro wrote it.
 */
export function mountFrame<S>(host: HTMLElement, sim: Simulation<S>): void {
  const part = <E extends Element>(name: string): E => {
    const found = host.querySelector<E>(`[data-part="${name}"]`);
    if (!found) throw new Error(`The frame of ${sim.name} has no part "${name}".`);
    return found;
  };
  const words = JSON.parse(part('words').textContent) as Words;
  const texts = JSON.parse(part('texts').textContent) as Texts;
  const lang = host.dataset['lang'] ?? 'en';
  const write = (value: number) => formatNumber(lang, value, Number.isInteger(value) ? 0 : 2);
  const say = speaker(words.messages, write);
  const backing = backingOf(sim);
  const plates = plateSizes.map(({ name, size }) => {
    const svg = part<SVGSVGElement>(name);
    return { svg, size, ground: backing && layGround(svg, name) };
  });
  const predict = part<HTMLFieldSetElement>('predict');
  const controls = part<HTMLFieldSetElement>('controls');
  const [runButton, stepButton, backButton, resetButton] = ['run', 'step', 'back', 'reset'].map((name) =>
    part<HTMLButtonElement>(name),
  ) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];
  const speed = part<HTMLSelectElement>('speed');
  const sentence = part<HTMLElement>('sentence');
  const outcome = part<HTMLElement>('outcome');
  const link = part<HTMLAnchorElement>('link');
  const ownPage = new URL(link.href).pathname === location.pathname;
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  let scenario = sim.scenarios.find((entry) => entry.id === host.dataset['scenario']) ?? sim.scenarios[0]!;
  let run!: Run<S>;
  /** Counts the wishes of a person: what an earlier one asked for is dropped when it comes. */
  let wish = 0;
  let isWorking = false;
  let playing: ReturnType<typeof setTimeout> | undefined;
  let stopMoving = () => {};

  const field = (name: string) => controls.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;

  /** Shows the settings of the run in the controls. */
  function showControls(): void {
    (field('scenario') as HTMLSelectElement).value = scenario.id;
    for (const control of sim.controls) {
      const value = run.settings[control.id]!;
      const input = field(control.id);
      if (control.kind === 'choice') input.value = String(value);
      else {
        input.value = String(toSlider(control, Number(value)));
        const label = amount(control, Number(value));
        input.setAttribute('aria-valuetext', label);
        const output = controls.querySelector(`[data-for="${control.id}"]`);
        if (output) output.textContent = `: ${label}`;
      }
    }
    part<HTMLElement>('hint').textContent = texts.hints[scenario.id] ?? '';
  }
  const amount = (control: NumberControl, value: number): string => {
    const unit = words.controls[`${control.id}.unit`];
    return unit ? unit.replace('{n}', write(value)) : write(value);
  };

  function readControls(): Settings {
    // What a preset sets without a control for it stays.
    const settings: Record<string, Setting> = { ...run.settings };
    for (const control of sim.controls) {
      const input = field(control.id);
      settings[control.id] =
        control.kind === 'choice' ? input.value : fromSlider(control, Number(input.value));
    }
    return settings;
  }

  /**
   * Goes on at once, or after the work that the run needs; meanwhile nothing moves. The page stays as it is when the work
   * cannot be done, and says so.
   */
  function afterWork(settings: Settings, actions: Actions, goOn: () => void): void {
    const own = ++wish;
    if (!backing) return goOn();
    stop();
    isWorking = true;
    host.setAttribute('aria-busy', 'true');
    for (const button of [runButton, stepButton, backButton, resetButton]) button.disabled = true;
    const word = setTimeout(() => (sentence.textContent = texts.computing), patience);
    const end = (then: () => void) => {
      clearTimeout(word);
      if (own !== wish) return;
      isWorking = false;
      host.removeAttribute('aria-busy');
      then();
    };
    backing.prepare(settings, actions).then(
      () => end(goOn),
      () => end(() => (sentence.textContent = texts.failed)),
    );
  }

  /** The plates as they are now; on paper also the one that the screen does not show. */
  function drawPlates(moving: boolean, onPaper = false): void {
    stopMoving();
    const state = shown(run);
    const time = moving && !still.matches ? (stepMilliseconds * 0.75) / Number(speed.value) : 0;
    const stops: (() => void)[] = [];
    for (const { svg, size, ground } of plates) {
      // The plate for the other kind of screen is drawn when it is shown.
      if (!onPaper && svg.getClientRects().length === 0) continue;
      const picture = sim.layout(state, size);
      draw(svg, picture, say);
      if (ground) {
        const paint = () => backing!.paint(ground, state, size, time);
        // On the screen in the frame that comes, so that neither task is long; on paper at once.
        stops.push(onPaper ? paint() : inNextFrame(paint));
      }
      if (time > 0) stops.push(animate(svg, picture.marks, time));
    }
    stopMoving = () => stops.forEach((end) => end());
  }

  /** Picture, sentence, table, log and counters say the same thing, because they are drawn from one state. */
  function show(moving: boolean): void {
    drawPlates(moving);
    const state = shown(run);
    sentence.textContent = say(sim.describe(state));
    if (sim.moves) showMoves(part('moves'), sim.moves(state), say);
    const rows = sim.table(state).map((row) => {
      const tr = document.createElement('tr');
      if (row.current) tr.className = 'current';
      for (const cell of row.cells) {
        const td = document.createElement('td');
        if (typeof cell === 'number') td.className = 'number';
        td.textContent = say(cell);
        tr.append(td);
      }
      return tr;
    });
    part('rows').replaceChildren(...rows);
    part('log').replaceChildren(
      ...sim.log(state).map((entry) => {
        const li = document.createElement('li');
        li.textContent = say(entry);
        return li;
      }),
    );
    const counters = part('counters');
    sim.counters(state).forEach((counter, i) => {
      const box = counters.children[i];
      const value = box?.querySelector('.amount');
      if (value) value.textContent = say(counter.value);
    });
    const predicted = predict.querySelector<HTMLInputElement>('input:checked');
    const done = run.at === run.frames.length - 1 && sim.finished(state);
    backButton.disabled = isWorking || run.at === 0;
    stepButton.disabled = runButton.disabled = isWorking || !predicted || done;
    resetButton.disabled = isWorking || (run.at === 0 && run.actions.length === 0);
    part('place').textContent = texts.place.replace('{n}', write(run.at));
    if (done) stop();
    if (predicted && done) showOutcome(predicted);
    link.href = writeAddress(
      { scenario: scenario.id, settings: run.settings, step: run.at, actions: run.actions },
      sim.controls,
      sim.scenarios,
    );
    if (!ownPage) link.href = `${host.dataset['page'] ?? ''}${link.getAttribute('href') ?? ''}`;
  }

  const choiceText = (id: string): string =>
    predict.querySelector(`input[value="${id}"]`)?.nextElementSibling?.textContent ?? '';

  function showOutcome(predicted: HTMLInputElement): void {
    if (scenario !== sim.scenarios[0] || !outcome.hidden) return;
    const right = predicted.value === words.predict.outcome;
    part('verdict').textContent = [
      texts.expected.replace('{choice}', choiceText(predicted.value)),
      right ? texts.right : texts.other.replace('{choice}', choiceText(words.predict.outcome)),
    ].join(' ');
    outcome.hidden = false;
  }

  function stop(): void {
    clearTimeout(playing);
    playing = undefined;
    runButton.textContent = texts.run;
  }
  function play(): void {
    const next = forward(sim, run);
    if (next === run) return stop();
    run = next;
    show(true);
    if (!sim.finished(shown(run)) || run.at < run.frames.length - 1)
      playing = setTimeout(play, stepMilliseconds / Number(speed.value));
  }
  function restart(settings: Settings): void {
    stop();
    afterWork(settings, [], () => {
      run = begin(sim, settings);
      outcome.hidden = true;
      showControls();
      show(false);
    });
  }

  runButton.addEventListener('click', () => {
    if (playing !== undefined) return stop();
    runButton.textContent = texts.pause;
    play();
  });
  stepButton.addEventListener('click', () => {
    stop();
    run = forward(sim, run);
    show(true);
  });
  backButton.addEventListener('click', () => {
    stop();
    run = back(run);
    show(false);
  });
  resetButton.addEventListener('click', () => restart(run.settings));
  predict.addEventListener('change', () => show(false));
  controls.addEventListener('change', (event) => {
    if ((event.target as HTMLElement).getAttribute('name') === 'scenario') {
      scenario = sim.scenarios.find((entry) => entry.id === field('scenario').value) ?? scenario;
      restart(scenario.settings);
    } else restart(readControls());
  });
  controls.addEventListener('input', (event) => {
    const control = sim.controls.find(
      (entry) => entry.id === (event.target as HTMLElement).getAttribute('name'),
    );
    if (control?.kind !== 'number') return;
    const value = fromSlider(control, Number(field(control.id).value));
    const output = controls.querySelector(`[data-for="${control.id}"]`);
    if (output) output.textContent = `: ${amount(control, value)}`;
  });
  /** What a person does, by the picture or by a move. */
  function doAction(action: string, after = () => {}): void {
    stop();
    afterWork(run.settings, actionsWith(run, action), () => {
      run = act(sim, run, action);
      show(false);
      after();
    });
  }
  host.querySelector('[data-part="moves"]')?.addEventListener('click', (event) => {
    const action = (event.target as Element).closest('button')?.dataset['action'];
    if (action) doAction(action);
  });
  for (const { svg } of plates) {
    const press = (event: Event) => {
      const pressed = event.target as Element;
      const action = pressed.getAttribute('data-action');
      if (!action) return;
      event.preventDefault();
      const id = pressed.getAttribute('data-id') ?? '';
      doAction(action, () => {
        // Drawing can take the focus away and turn the action round; it stays with what was pressed.
        const again =
          svg.querySelector<SVGElement>(`[data-action="${CSS.escape(action)}"]`) ??
          svg.querySelector<SVGElement>(`.acts[data-id="${CSS.escape(id)}"]`);
        again?.focus();
      });
    };
    svg.addEventListener('click', press);
    svg.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') press(event);
    });
  }

  const opened =
    ownPage && location.search
      ? readAddress(new URLSearchParams(location.search.slice(0, 8000)), sim.controls, sim.scenarios)
      : { scenario: scenario.id, settings: scenario.settings, step: 0, actions: [], refused: [] };
  scenario = sim.scenarios.find((entry) => entry.id === opened.scenario) ?? scenario;
  part<HTMLElement>('refused').hidden = opened.refused.length === 0;
  afterWork(opened.settings, opened.actions, () => {
    run = replay(sim, opened.settings, opened.step, opened.actions);
    for (const element of [predict, controls, speed]) element.disabled = false;
    showControls();
    show(false);

    let width = host.clientWidth;
    new ResizeObserver(() => {
      if (host.clientWidth === width) return;
      width = host.clientWidth;
      drawPlates(false);
    }).observe(host);
    // Beforehand for what is drawn, and again when the colours are those of paper.
    addEventListener('beforeprint', () => drawPlates(false, true));
    matchMedia('print').addEventListener('change', ({ matches }) => drawPlates(false, matches));
    addEventListener('afterprint', () => drawPlates(false));
    if (backing) onNewColours(() => drawPlates(false));
    if (backing?.files && host.querySelector('[data-part="file"]'))
      mountOwnFile(host, backing.files, say, () => restart(run.settings));
  });
}
