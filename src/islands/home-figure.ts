import { speaker } from '../sims/kernel/message.ts';
import { animate, draw } from '../sims/kernel/draw-view.ts';
import { begin, forward, shown } from '../sims/kernel/run.ts';
import { formatNumber } from '../i18n/format.ts';
import { pageLoad } from '../sims/page-load/index.ts';
import { leadLayout, leadSizes } from '../sims/page-load/lead-layout.ts';
import { counted } from '../sims/page-load/state.ts';

const hourMilliseconds = 1500;

/** The lead fact, happening: a day of one resolver in half a minute, once, with a button to pause it or to see it again. */
class HomeFigure extends HTMLElement {
  connectedCallback(): void {
    const texts = JSON.parse(this.querySelector('[data-part="texts"]')?.textContent ?? '{}') as Record<
      string,
      string
    >;
    const messages = JSON.parse(this.querySelector('[data-part="words"]')?.textContent ?? '{}') as Record<
      string,
      string
    >;
    const button = this.querySelector('button');
    const lang = this.dataset['lang'] ?? 'en';
    const write = (value: number) => formatNumber(lang, value);
    const say = speaker(messages, write);
    const city = pageLoad.scenarios.find((entry) => entry.id === 'city')!;
    const plates = leadSizes.map(({ name, size }) => ({
      svg: this.querySelector<SVGSVGElement>(`[data-part="${name}"]`)!,
      size,
    }));
    let run = begin(pageLoad, city.settings);
    let playing: ReturnType<typeof setTimeout> | undefined;
    let stopMoving = () => {};
    if (!button) return;

    const show = (moving: boolean) => {
      stopMoving();
      const state = shown(run);
      const totals = counted(state);
      for (const { svg, size } of plates) {
        if (svg.getClientRects().length === 0) continue;
        const picture = leadLayout(state, size);
        draw(svg, picture, say);
        if (moving) stopMoving = animate(svg, picture.marks, hourMilliseconds * 0.95);
      }
      for (const [part, value] of [
        ['root', totals.root],
        ['lookups', totals.lookups],
        ['through', totals.contentThroughRoot],
      ] as const) {
        const element = this.querySelector(`[data-count="${part}"]`);
        if (element) element.textContent = write(value);
      }
    };
    const stop = () => {
      clearTimeout(playing);
      playing = undefined;
      stopMoving();
      button.textContent = pageLoad.finished(shown(run)) ? texts['again']! : texts['play']!;
    };
    const play = () => {
      if (pageLoad.finished(shown(run))) run = begin(pageLoad, city.settings);
      button.textContent = texts['pause']!;
      const tick = () => {
        run = forward(pageLoad, run);
        show(true);
        playing = setTimeout(pageLoad.finished(shown(run)) ? stop : tick, hourMilliseconds);
      };
      tick();
    };
    button.disabled = false;
    button.addEventListener('click', () => (playing === undefined ? play() : stop()));
    document.addEventListener('visibilitychange', () => document.hidden && playing !== undefined && stop());
    // Whoever asked for less motion sees the end of the day, as the page was built, and may start it by hand.
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) button.textContent = texts['play']!;
    else window.setTimeout(play, 800);
  }
}
customElements.define('home-figure', HomeFigure);
