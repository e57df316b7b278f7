import { formatNumber } from '../../i18n/format.ts';
import { readAddress, writeAddress } from './address.ts';
import { animate, draw } from './draw-view.ts';
import { speaker } from './message.ts';
import { act, back, begin, forward, replay, shown, type Run } from './run.ts';
import type { NumberControl, Setting, Settings, Simulation } from './simulation.ts';
import { plateSizes } from './sizes.ts';

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
  hints: Record<string, string>;
}

const stepMilliseconds = 1600;

/** Position on a slider of 0 to 1000 for a value, and back; a logarithmic scale spreads powers of ten evenly. */
const toSlider = (control: NumberControl, value: number): number => {
  const share =
    control.scale === 'log'
      ? Math.log(value / control.min) / Math.log(control.max / control.min)
      : (value - control.min) / (control.max - control.min);
  return Math.round(share * 1000);
};
const fromSlider = (control: NumberControl, position: number): number => {
  const share = position / 1000;
  if (control.scale !== 'log')
    return Math.round((control.min + share * (control.max - control.min)) / control.step) * control.step;
  const value = control.min * (control.max / control.min) ** share;
  // Two significant digits: a slider cannot be set more finely by hand.
  const unit = Math.max(control.step, 10 ** (Math.floor(Math.log10(value)) - 1));
  return Math.min(control.max, Math.max(control.min, Math.round(value / unit) * unit));
};

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
  const plates = plateSizes.map(({ name, size }) => ({ svg: part<SVGSVGElement>(name), size }));
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
  let run: Run<S> = begin(sim, scenario.settings);
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

  /** Picture, sentence, table, log and counters say the same thing, because they are drawn from one state. */
  function show(moving: boolean): void {
    stopMoving();
    const state = shown(run);
    for (const { svg, size } of plates) {
      // The plate for the other kind of screen is drawn when it is shown.
      if (svg.getClientRects().length === 0) continue;
      const picture = sim.layout(state, size);
      draw(svg, picture, say);
      if (moving && !still.matches)
        stopMoving = animate(svg, picture.marks, (stepMilliseconds * 0.75) / Number(speed.value));
    }
    sentence.textContent = say(sim.describe(state));
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
    backButton.disabled = run.at === 0;
    stepButton.disabled = runButton.disabled = !predicted || done;
    resetButton.disabled = run.at === 0 && run.actions.length === 0;
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
    run = begin(sim, settings);
    outcome.hidden = true;
    showControls();
    show(false);
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
  for (const { svg } of plates) {
    const press = (event: Event) => {
      const action = (event.target as Element).getAttribute('data-action');
      if (!action) return;
      event.preventDefault();
      run = act(sim, run, action);
      show(false);
      svg.querySelector<SVGElement>(`[data-action="${CSS.escape(action)}"]`)?.focus();
    };
    svg.addEventListener('click', press);
    svg.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') press(event);
    });
  }

  let width = host.clientWidth;
  new ResizeObserver(() => {
    if (host.clientWidth === width) return;
    width = host.clientWidth;
    show(false);
  }).observe(host);

  if (ownPage && location.search) {
    const place = readAddress(
      new URLSearchParams(location.search.slice(0, 4000)),
      sim.controls,
      sim.scenarios,
    );
    scenario = sim.scenarios.find((entry) => entry.id === place.scenario) ?? scenario;
    run = replay(sim, place.settings, place.step, place.actions);
    part<HTMLElement>('refused').hidden = place.refused.length === 0;
  }
  for (const element of [predict, controls, speed]) element.disabled = false;
  showControls();
  show(false);
}
