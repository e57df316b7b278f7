import { expect, test } from 'vitest';
import { clientsAroundPlaces } from '../../../../src/models/dns/anycast.ts';
import { effectOf } from '../../../../src/models/dns/disturbance.ts';
import { nameClasses } from '../../../../src/models/dns/name-classes.ts';
import { outageTimeline, succeeding } from '../../../../src/models/dns/outage.ts';
import { recordedEvents } from '../../../../src/models/dns/recorded-events.ts';
import { defaultMix, mixPopulation } from '../../../../src/models/dns/resolver-population.ts';
import { illustrativeInstances } from '../../../../src/models/dns/root-system.ts';

const minutes = (from: string, to: string) => {
  const of = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return of(to) - of(from);
};

test('the times are those of the reports', () => {
  // 21 October 2002, 20:45 to 22:00 UTC. 30 November 2015, 06:50 to 09:30, and the next day, 05:10 to 06:10 UTC.
  const [attack] = recordedEvents['october-2002'];
  expect([attack!.from, attack!.to / 60]).toEqual([0, minutes('20:45', '22:00')]);
  const [first, second] = recordedEvents['november-2015'];
  expect([first!.from, first!.to / 60]).toEqual([0, minutes('06:50', '09:30')]);
  expect(second!.from / 60).toBe(24 * 60 - minutes('05:10', '06:50'));
  expect((second!.to - second!.from) / 60).toBe(minutes('05:10', '06:10'));
  // 13 April 2016: G answered nothing over UDP for nine hours.
  expect(recordedEvents['april-2016']).toEqual([
    { kind: 'silent', from: 0, to: 9 * 3_600, target: { identifiers: ['g'] } },
  ]);
});

// Reports of both attacks: no end-user visible error conditions were known. Of April 2016: "a non-event" for others.
test.each(['october-2002', 'november-2015', 'april-2016'] as const)(
  'in the model of %s more than 99 in 100 look-ups of every kind succeed',
  (event) => {
    const instances = illustrativeInstances('1', 8);
    const clients = clientsAroundPlaces('1', { perPlace: 1 });
    const timeline = outageTimeline({
      effect: effectOf(recordedEvents[event], instances, clients, { spread: 0.5, seed: '1' }),
      population: mixPopulation(defaultMix),
      names: nameClasses(10_000),
      duration: 30 * 3_600,
      step: 300,
    });
    for (const { names } of timeline) {
      for (const shares of Object.values(names)) expect(succeeding(shares)).toBeGreaterThan(0.99);
    }
  },
);
