import { custom, type Room, type Rule, type Speaker } from './rooms.ts';

/** Something that was said or asked for, and where it belongs. The words are in content/sims. */
export interface Statement {
  id: string;
  room: Room;
  rule: Rule;
  who: Speaker;
  /** The document in which it was found: id of a source. */
  source: string;
}

const said = (
  id: string,
  room: Room,
  source: string,
  exception: Partial<Pick<Statement, 'rule' | 'who'>> = {},
): Statement => ({ id, room, ...custom[room], source, ...exception });

/** The sets of statements; each is a preset. */
export const sets = {
  'five-rooms': [
    said('name-servers', 'pti', 'iana-root-zone-process'),
    said('last-block', 'rir', 'afrinic-softlanding'),
    said('wishes', 'igf', 'igf-2019-oc1-day1'),
    said('election', 'itu-pp', 'itu-pp26-about', { rule: 'vote' }),
    said('dns-tls', 'ietf', 'rfc-7858'),
  ],
  addresses: [
    said('transfers', 'rir', 'apnic-transfers-2015'),
    said('remaining', 'rir', 'icann-remaining-ipv4'),
    said('recovered', 'rir', 'afrinic-2026-proposal'),
    said('ipv6-group', 'itu-council', 'itu-pp-180'),
    said('log-ports', 'national', 'cgn-police-2017'),
    said('shared-block', 'ietf', 'rfc-6598'),
  ],
  names: [
    said('new-manager', 'pti', 'iana-cctld-delegation-answers'),
    said('revoke', 'pti', 'icann-letter-2022'),
    said('who-registers', 'national', 'gac-cctld-principles'),
    said('river-name', 'gac', 'gac-amazon-2014'),
    said('two-letters', 'gac', 'gac-two-letters-2014'),
    said('block-site', 'national', 'sac127'),
    said('minimise', 'ietf', 'rfc-9156'),
  ],
  igf: [
    said('open-forum', 'igf', 'igf-2019-open-forums'),
    said('no-delegation', 'igf', 'igf-2019-oc1-day1'),
    said('critical-resources', 'igf', 'tunis-agenda'),
    said('permanent', 'unga', 'ungis-wsis20'),
    said('improve', 'cstd', 'unctad-2010-12'),
  ],
  itu: [
    said('pp-ipv6', 'itu-pp', 'itu-pp-180'),
    said('resolution-102', 'itu-pp', 'digwatch-res-102-2014'),
    said('exchange-experience', 'itu-council', 'itu-open-consultations', { rule: 'none', who: 'anyone' }),
    said('next-issue', 'itu-council', 'itu-cwg-internet'),
    said('exchange-licence', 'national', 'nation-2001'),
  ],
  'un-texts': [
    said('ten-years', 'unga', 'a-res-70-125'),
    said('yearly-draft', 'cstd', 'dickinson-2016'),
    said('compact', 'unga', 'a-res-79-1'),
    said('new-body', 'unga', 'hindu-2011'),
    said('cooperation-group', 'cstd', 'wgec-2016'),
    said('explain', 'unga', 'digwatch-wsis20-close'),
  ],
  standards: [
    said('route-leak', 'ietf', 'rfc-9234'),
    said('provider-list', 'ietf', 'aspa-draft'),
    said('stale', 'ietf', 'rfc-8767'),
    said('ietf-decisions', 'ietf', 'ietf-decisions-draft'),
    said('outage-report', 'national', 'xona-2024'),
    said('emergency-powers', 'national', 'national-journal-2011'),
  ],
} as const satisfies Record<string, readonly Statement[]>;
export type SetId = keyof typeof sets;

/** Their names, in the order of the presets. */
export const setIds = Object.keys(sets) as readonly SetId[];

/** All of them. */
export const statements: readonly Statement[] = Object.values(sets).flat();
