import { describe, expect, test } from 'vitest';
import { filmNow, filmOn, stageOf } from '../../../../src/sims/whole-internet/films.ts';
import { Desk, listsOf, type Request } from '../../../../src/sims/whole-internet/protocol.ts';
import { scenarios } from '../../../../src/sims/whole-internet/scenarios.ts';
import { ownWorld, syntheticWorld } from '../../../../src/sims/whole-internet/world.ts';
import { graphFromText } from '../../../fixtures/routing/graph-from-text.ts';

const settings = (id: string, networks = '1000') => ({
  ...scenarios.find((entry) => entry.id === id)!.settings,
  networks,
});
const asked = (
  id: string,
  more: Partial<Extract<Request, { kind: 'film' }>> = {},
): Extract<Request, { kind: 'film' }> => ({
  number: 1,
  kind: 'film',
  settings: settings(id),
  pressed: [],
  isOwn: false,
  knows: '',
  ...more,
});

describe('What the worker answers', () => {
  test.each(scenarios.map(({ id }) => id))(
    'is for %s what the model gives when it is asked directly',
    (id) => {
      const desk = new Desk();
      const direct = filmOn(stageOf(syntheticWorld(settings(id))), settings(id), [1, 2]);
      const { film, scene } = desk.film(asked(id, { pressed: [1, 2] }));
      expect(film).toEqual(direct.film);
      expect(scene).toEqual(direct.scene);
    },
  );

  test('is the same film as that of the page that is built, but for the coarse dots', () => {
    const { tiles, ...film } = filmNow(settings('hijack'), []);
    expect(tiles).toBeDefined();
    expect(new Desk().film(asked('hijack')).film).toEqual(film);
  });

  test('does not depend on what was asked before', () => {
    const desk = new Desk();
    const first = desk.film(asked('hijack'));
    for (const { id } of scenarios) desk.film(asked(id, { pressed: [0, 3] }));
    expect(desk.film(asked('hijack')).scene).toEqual(first.scene);
    expect(desk.film(asked('hijack')).film).toEqual(first.film);
  });

  test('holds the places of the networks once for each world', () => {
    const desk = new Desk();
    const { places } = desk.film(asked('cables'));
    expect(places!.x).toHaveLength(1000);
    expect(desk.film(asked('cables', { knows: places!.world })).places).toBeUndefined();
    const other = asked('cables', { settings: { ...settings('cables'), seed: 2 }, knows: places!.world });
    expect(desk.film(other).places).toBeDefined();
  });

  test('survives the copy from thread to thread, with its lists handed over', () => {
    const answer = { number: 1, kind: 'film' as const, ...new Desk().film(asked('remove-clique')) };
    const sent = structuredClone(answer, { transfer: listsOf(answer) as ArrayBuffer[] });
    expect(sent.scene.hop).toHaveLength(1000);
    expect(answer.scene.hop).toHaveLength(0);
  });

  test('to the same request after the lists were handed over is still whole', () => {
    const desk = new Desk();
    const first = { number: 1, kind: 'film' as const, ...desk.film(asked('remove-clique')) };
    structuredClone(first, { transfer: listsOf(first) as ArrayBuffer[] });
    const again = desk.film(asked('remove-clique'));
    expect(again.scene.hop).toHaveLength(1000);
    expect(again.places!.x).toHaveLength(1000);
    expect(again.film).toEqual(first.film);
  });

  test('to 80,000 networks keeps less than 40 MB of lists', () => {
    const { bytes } = new Desk().film(
      asked('remove-clique', { settings: settings('remove-clique', '80000') }),
    );
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(bytes).toBeLessThan(40_000_000);
  });
});

describe('A graph of a person', () => {
  const graph = graphFromText('1|2|0 1|3|-1 2|4|-1 3|5|-1');

  test('is asked for only after it was taken', () => {
    expect(() => new Desk().film(asked('hijack', { isOwn: true }))).toThrow(/No file/);
  });

  test('gives the films that the model gives, beside the synthetic ones', () => {
    const desk = new Desk();
    expect(desk.take(graph)).toEqual({ networks: 5, links: 4 });
    const own = desk.film(asked('remove-clique', { isOwn: true }));
    expect(own.film).toEqual(filmOn(stageOf(ownWorld(graph)), settings('remove-clique'), []).film);
    expect(desk.film(asked('remove-clique')).film.world.networks).toBe(1000);
  });

  test('is another world than the one before it', () => {
    const desk = new Desk();
    desk.take(graph);
    const first = desk.film(asked('hijack', { isOwn: true })).places!;
    desk.take(graphFromText('1|2|-1'));
    const second = desk.film(asked('hijack', { isOwn: true, knows: first.world }));
    expect(second.places!.x).toHaveLength(2);
  });
});
