import type { Simulation } from '../sims/kernel/simulation.ts';

/** Each simulation is a file of its own, fetched when its frame comes near the screen. */
const simulations: Record<string, () => Promise<Simulation<never>>> = {
  anycast: async () => (await import('../sims/anycast/index.ts')).anycast as Simulation<never>,
  consensus: async () => (await import('../sims/consensus/index.ts')).consensus as Simulation<never>,
  'local-traffic': async () =>
    (await import('../sims/local-traffic/index.ts')).localTraffic as Simulation<never>,
  'no-centre': async () => (await import('../sims/no-centre/index.ts')).noCentre as Simulation<never>,
  'page-load': async () => (await import('../sims/page-load/index.ts')).pageLoad as Simulation<never>,
  'policy-distance': async () =>
    (await import('../sims/policy-distance/index.ts')).policyDistance as Simulation<never>,
  'root-outage': async () => (await import('../sims/root-outage/index.ts')).rootOutage as Simulation<never>,
  'root-zone-change': async () =>
    (await import('../sims/root-zone-change/index.ts')).rootZoneChange as Simulation<never>,
  'route-checks': async () =>
    (await import('../sims/route-checks/index.ts')).routeChecks as Simulation<never>,
  'run-out': async () => (await import('../sims/run-out/index.ts')).runOut as Simulation<never>,
  'which-room': async () => (await import('../sims/which-room/index.ts')).whichRoom as Simulation<never>,
  'whole-internet': async () =>
    (await import('../sims/whole-internet/live-view.ts')).liveWholeInternet() as Simulation<never>,
  'workshop-selection': async () =>
    (await import('../sims/workshop-selection/index.ts')).workshopSelection as Simulation<never>,
  'year-in-the-igf': async () =>
    (await import('../sims/year-in-the-igf/index.ts')).yearInTheIgf as Simulation<never>,
};

class SimFrame extends HTMLElement {
  connectedCallback(): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        void this.start();
      },
      { rootMargin: '600px' },
    );
    observer.observe(this);
  }

  private async start(): Promise<void> {
    try {
      const load = simulations[this.dataset['sim'] ?? ''];
      if (!load) throw new Error(`No simulation is named "${this.dataset['sim'] ?? ''}".`);
      const [sim, { mountFrame }] = await Promise.all([load(), import('../sims/kernel/frame-view.ts')]);
      mountFrame(this, sim);
    } catch (error) {
      // The page is complete without the script; say that it stays as it is.
      const texts = this.querySelector('[data-part="texts"]')?.textContent;
      const sentence = this.querySelector('[data-part="sentence"]');
      if (texts && sentence) sentence.textContent = (JSON.parse(texts) as { failed: string }).failed;
      throw error;
    }
  }
}
customElements.define('sim-frame', SimFrame);
