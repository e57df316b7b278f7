import { shareStillCached } from '../../models/dns/fading.ts';
import { nameClasses } from '../../models/dns/name-classes.ts';
import { removalTimeline, stillResolving } from '../../models/dns/removal.ts';
import { defaultMix, mixPopulation } from '../../models/dns/resolver-population.ts';
import { cacheCaps, rootZoneTimers } from '../../models/dns/timers.ts';
import type { Settings } from '../kernel/simulation.ts';
import { requests, type Request } from './scenarios.ts';

/** IANA's checks in their published order; the evaluation belongs to changes of control only. */
export const checks = ['prereview', 'technical', 'contacts', 'review', 'evaluation', 'supplemental'] as const;

/** A stop on the way: one of IANA's checks, or one of the other parties. */
export const stops = ['manager', ...checks, 'maintainer', 'operators', 'caches'] as const;
export type Stop = (typeof stops)[number];

export interface Visit {
  stop: Stop;
  /** Key of the sentence about it. */
  id: string;
  /** Key of the step's rights (rights.ts), name and time; by default the id. */
  step: string;
  /** The request ends here. */
  ends?: true;
  /** What follows is supposed: it has not happened. */
  supposed?: true;
  /** Hours since publication. */
  hours?: number;
  /** Share of resolvers that may still use the old entry, or of look-ups that still work after a removal; per cent. */
  old?: number;
}

export interface ChangeState {
  request: Request;
  /** Seconds for which resolvers keep a delegation. */
  kept: number;
  walk: readonly Visit[];
  at: number;
}

const hour = 3600;
const percent = (share: number): number => Math.round(share * 100);

const visit = (stop: Stop, id: string, more: Partial<Visit> = {}): Visit => ({ stop, id, step: id, ...more });

/** Publication, and then the caches: each resolver sees the change at the latest when its old entry has run out. */
function published(kept: number): Visit[] {
  return [
    visit('maintainer', 'compile'),
    visit('operators', 'publish'),
    ...[0, 1, 2, 3, 4].map((quarter) =>
      visit('caches', quarter === 0 ? 'cachedFirst' : quarter === 4 ? 'cachedAll' : 'cached', {
        step: 'cached',
        hours: (kept / hour) * (quarter / 4),
        old: percent(shareStillCached((kept * quarter) / 4, kept, Infinity)),
      }),
    ),
  ];
}

/** Hours after a removal at which its effect is shown. */
const removalHours = [1, 6, 12, 24, 48];
/** Seconds from one computed moment to the next. */
const resolution = 300;
/** Threshold for the publication of a new zone at one identifier: 65 minutes (RSSAC047v2, section 5.4). */
const publicationThreshold = 65 * 60;

/** What a removal would do, by the model: look-ups of a much used name under the domain, over a mix of resolvers. */
function removed(kept: number): Visit[] {
  const moments = removalTimeline({
    population: mixPopulation({ ...defaultMix, dayCap: kept < rootZoneTimers.tldNs ? 1 : 0 }),
    name: nameClasses(100_000)[0]!,
    publication: publicationThreshold,
    restoredAt: Infinity,
    keepOldCopy: 0,
    duration: Math.max(...removalHours) * hour,
    step: resolution,
  });
  const at = (hours: number) => moments[(hours * hour) / resolution]!.shares;
  return [
    visit('review', 'forced'),
    visit('maintainer', 'compileRemoval'),
    visit('operators', 'publishRemoval'),
    ...removalHours.map((hours) =>
      visit('caches', hours === 48 ? 'removedAll' : 'removed', {
        step: 'removed',
        hours,
        old: percent(stillResolving(at(hours))),
      }),
    ),
    visit('caches', 'back'),
  ].map((entry) => ({ ...entry, supposed: true as const }));
}

function walkOf(request: Request, kept: number): Visit[] {
  if (request === 'remove-country' || request === 'nevertheless')
    return [
      visit('manager', 'request.remove-country'),
      visit('prereview', 'refused', { ends: true }),
      ...(request === 'nevertheless' ? removed(kept) : []),
    ];
  const transfer = request === 'new-manager';
  return [
    visit('manager', `request.${request}`),
    ...checks
      .filter((name) => name !== 'evaluation' || transfer)
      .map((name) => visit(name, name === 'contacts' && transfer ? 'contactsNew' : name)),
    ...published(kept),
  ];
}

export function start(settings: Settings): ChangeState {
  const request = requests.find((name) => name === settings['request']) ?? requests[0];
  const kept = settings['kept'] === 'day' ? cacheCaps.unbound.maxTtl : rootZoneTimers.tldNs;
  return { request, kept, walk: walkOf(request, kept), at: 0 };
}

export const finished = (state: ChangeState): boolean => state.at >= state.walk.length;

export const step = (state: ChangeState): ChangeState =>
  finished(state) ? state : { ...state, at: state.at + 1 };

/** The visit that is shown; none before the first step. */
export const current = (state: ChangeState): Visit | undefined => state.walk[state.at - 1];

/** The visits so far, oldest first. */
export const visited = (state: ChangeState): readonly Visit[] => state.walk.slice(0, state.at);

/** Whether the request is one to remove a domain. */
export const isRemoval = ({ request }: ChangeState): boolean =>
  request === 'remove-country' || request === 'nevertheless';
