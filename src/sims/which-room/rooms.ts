/** The rooms, as on the plan: five on one side of the corridor and five on the other. */
export const rooms = [
  'unga',
  'cstd',
  'igf',
  'itu-council',
  'itu-pp',
  'gac',
  'pti',
  'rir',
  'ietf',
  'national',
] as const;
export type Room = (typeof rooms)[number];

/** How a room comes to its result. */
export const rules = ['consensus', 'vote', 'rough', 'none', 'procedure', 'law'] as const;
export type Rule = (typeof rules)[number];

/** Who may speak there by right. */
export const speakers = ['states', 'officials', 'anyone', 'parties', 'residents'] as const;
export type Speaker = (typeof speakers)[number];

/** What is usual in each room; a statement may be an exception. */
export const custom: Record<Room, { rule: Rule; who: Speaker }> = {
  unga: { rule: 'consensus', who: 'states' },
  cstd: { rule: 'consensus', who: 'states' },
  igf: { rule: 'none', who: 'anyone' },
  'itu-council': { rule: 'consensus', who: 'states' },
  'itu-pp': { rule: 'consensus', who: 'states' },
  gac: { rule: 'consensus', who: 'officials' },
  pti: { rule: 'procedure', who: 'parties' },
  rir: { rule: 'rough', who: 'anyone' },
  ietf: { rule: 'rough', who: 'anyone' },
  national: { rule: 'law', who: 'residents' },
};
