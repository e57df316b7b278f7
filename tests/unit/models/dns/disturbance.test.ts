import { expect, test } from 'vitest';
import type { Client, Instance } from '../../../../src/models/dns/anycast.ts';
import { effectOf } from '../../../../src/models/dns/disturbance.ts';
import type { Disturbance, Target } from '../../../../src/models/dns/disturbance.ts';
import { placeById } from '../../../../src/models/dns/places.ts';
import { identifiers } from '../../../../src/models/dns/root-system.ts';

const instances: Instance[] = identifiers.flatMap((identifier) =>
  ['geneva', 'nairobi'].map((id) => ({ id: `${identifier}-${id}`, identifier, place: placeById(id) })),
);
const client = (id: string, place: string): Client => ({
  id,
  position: placeById(place),
  region: placeById(place).region,
  weight: 0.5,
});
const clients = [client('swiss', 'zurich'), client('ugandan', 'kampala')];
const straight = { spread: 0, seed: '1' };

const lossUnder = (target: Target, kind: Disturbance['kind'] = 'silent', loss = 1) =>
  effectOf([{ kind, from: 0, to: 100, target, loss }], instances, clients, straight);
const lossOf = (identifier: string, share: number) =>
  identifiers.map((one) => (one === identifier ? share : 0));

test('an identifier that is silent loses every question, and the other twelve none', () => {
  const { periods, groups } = lossUnder({ identifiers: ['k'] });
  expect(periods).toEqual([0, 100]);
  expect(groups).toEqual([{ share: 1, lossByPeriod: [lossOf('k', 1), lossOf('k', 0)] }]);
});

test('an operator that fails takes all its identifiers along', () => {
  const { groups } = lossUnder({ operators: ['verisign'] });
  expect(groups[0]!.lossByPeriod[0]).toEqual(identifiers.map((one) => (one === 'a' || one === 'j' ? 1 : 0)));
});

test('an instance that falls silent loses nothing: routes lead to another of its identifier', () => {
  const { groups } = lossUnder({ instances: ['k-geneva'] });
  expect(groups).toEqual([{ share: 1, lossByPeriod: [lossOf('k', 0), lossOf('k', 0)] }]);
});

test('a region whose instances fall silent is answered from elsewhere', () => {
  const { groups } = lossUnder({ regions: ['africa'] });
  expect(groups[0]!.lossByPeriod[0]).toEqual(identifiers.map(() => 0));
});

test('an overloaded instance loses the questions of those who are led to it, and only theirs', () => {
  const { groups } = lossUnder({ instances: ['k-geneva'] }, 'overloaded', 0.7);
  expect(groups).toHaveLength(2);
  const losses = groups.map(({ lossByPeriod }) => lossByPeriod[0]![identifiers.indexOf('k')]!).sort();
  expect(losses[0]).toBe(0);
  expect(losses[1]).toBeCloseTo(0.7, 12);
});

test('two overloads of one instance combine as if independent', () => {
  const overload = (loss: number): Disturbance => ({
    kind: 'overloaded',
    from: 0,
    to: Infinity,
    target: { identifiers: ['k'] },
    loss,
  });
  const { groups, periods } = effectOf([overload(0.5), overload(0.5)], instances, clients, straight);
  expect(periods).toEqual([0]);
  expect(groups[0]!.lossByPeriod[0]![identifiers.indexOf('k')]).toBeCloseTo(0.75, 12);
});

test('when updates stop everywhere signatures lapse after 13 days and 1 hour, unless updates return before', () => {
  const stopped = (to: number): Disturbance => ({
    kind: 'not-updated',
    from: 0,
    to,
    target: { everything: true },
  });
  const effect = (to: number) => effectOf([stopped(to)], instances, clients, straight).signaturesLapsed;
  expect(effect(Infinity)).toEqual([{ from: (13 * 24 + 1) * 3_600, to: Infinity }]);
  expect(effect(10 * 86_400)).toEqual([]);
});

// C stopped updating in May 2024 for more than four days; the others did not, and next to nothing was noticed.
test('when one identifier is not updated nothing is lost and no signature counts as lapsed', () => {
  const stale: Disturbance = { kind: 'not-updated', from: 0, to: Infinity, target: { identifiers: ['c'] } };
  const { groups, signaturesLapsed } = effectOf([stale], instances, clients, straight);
  expect(groups[0]!.lossByPeriod[0]).toEqual(identifiers.map(() => 0));
  expect(signaturesLapsed).toEqual([]);
});

test('a disturbance that does not last, and a loss above one, are refused', () => {
  const target = { everything: true };
  expect(() => effectOf([{ kind: 'silent', from: 5, to: 5, target }], instances, clients, straight)).toThrow(
    RangeError,
  );
  expect(() => lossUnder(target, 'overloaded', 2)).toThrow(RangeError);
});
