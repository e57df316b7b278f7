import type { Disturbance } from './disturbance.ts';
import { identifiers } from './root-system.ts';

/**
 * Two attacks on the root server system of which the operators published a report, and one outage without an attack.
 * Times are those of the reports, in seconds from the beginning. How large a share of questions was lost
 * is not in the reports: it is an assumption here, as is the choice of identifiers in 2015.
 */
export const recordedEvents = {
  /**
   * 21 October 2002, about 20:45 to 22:00 UTC. All thirteen were attacked; some could not be reached from many parts of
   * the Internet, several could all the time. P. Vixie, G. Sneeringer, M. Schleifer, "Events of 21-Oct-2002",
   * 24 November 2002 (http://d.root-servers.org/october21.txt). Assumed: half of all questions lost.
   */
  'october-2002': [{ kind: 'overloaded', from: 0, to: 4_500, target: { everything: true }, loss: 0.5 }],
  /**
   * 30 November 2015, 06:50 to about 09:30 UTC, and 1 December, 05:10 to 06:10 UTC. Most, but not all, identifiers
   * received the load; connections near some instances were saturated. "Events of 2015-11-30", root server operators,
   * 4 December 2015 (http://root-servers.org/news/events-of-20151130.txt). Assumed: ten identifiers, nine questions in
   * ten lost there.
   */
  'november-2015': [
    [0, 9_600],
    [80_400, 84_000],
  ].map(([from, to]) => ({
    kind: 'overloaded' as const,
    from: from!,
    to: to!,
    target: { identifiers: identifiers.filter((identifier) => !['d', 'l', 'm'].includes(identifier)) },
    loss: 0.9,
  })),
  /**
   * 13 April 2016. The instances of G answered no queries over UDP for nine hours, seen across the world; the operator
   * named operational errors as the cause. "DOD operated root nameservers experience 9 hour outage", SoylentNews,
   * 22 April 2016, which quotes the operator (https://soylentnews.org/submit.pl?op=viewsub&subid=13346). Simplified:
   * G answers nothing at all.
   */
  'april-2016': [{ kind: 'silent', from: 0, to: 32_400, target: { identifiers: ['g'] } }],
} satisfies Record<string, readonly Disturbance[]>;
