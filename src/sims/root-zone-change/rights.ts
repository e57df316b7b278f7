/** Everybody who has, or is thought to have, a hand in a change; in the order of the list in the picture. */
export const parties = [
  'manager',
  'contacts',
  'own',
  'iana',
  'board',
  'maintainer',
  'operator',
  'resolver',
  'us',
  'other',
] as const;
export type Party = (typeof parties)[number];

/** How far a right to stop reaches: at will, in part (only for a stated reason, or only for oneself), or not at all. */
export type Reach = 'will' | 'part' | 'none';

/** The rights that occur, each with its reach; words under `right.*` in the texts. */
export const reachOf = {
  /** The sender may take the request back. */
  withdraw: 'will',
  /** A contact refuses, and the request is closed. */
  consent: 'will',
  /** The present manager does not agree to a transfer (RFC 1591, section 3). */
  agree: 'will',
  /** The request is not taken up, because the sender has no right to ask. */
  refuse: 'part',
  /** Only for a technical fault, or a request that is not complete and clear. */
  fault: 'part',
  /** Only by the published criteria. */
  rules: 'part',
  /** Is asked and counts, but has no veto. */
  heard: 'part',
  /** Only by the law that binds those who do the work. */
  law: 'part',
  /** Can ask a court. */
  court: 'part',
  /** Only under its own letter. */
  letter: 'part',
  /** Only for its own users. */
  users: 'part',
  /** Only for resolvers in its own country. */
  home: 'part',
  /** Has already let it go on. */
  released: 'none',
  /** Has nothing to do: the request ends without it. */
  spare: 'none',
  /** Asks, which is all that it can do. */
  asks: 'none',
  /** Nothing. */
  cannot: 'none',
} as const satisfies Record<string, Reach>;
export type Right = keyof typeof reachOf;

type Rights = Partial<Record<Party, Right>>;

/** While IANA has the request: the sender may withdraw, and the law of the two countries concerned applies. */
const atIana: Rights = { manager: 'withdraw', own: 'law', us: 'law' };
/** Once published: each resolver for its own users, and each State for resolvers in its own country. */
const atCaches: Rights = { resolver: 'users', own: 'home', us: 'home', other: 'home' };

/** Those whom a request from outside would concern. */
const concerned: Rights = { manager: 'spare', contacts: 'spare', own: 'spare' };

/** Who can stop the request at each step; whoever is not named cannot. Sources: README.md. */
const rightsAt: Record<string, Rights> = {
  'request.name-servers': { manager: 'withdraw', own: 'law' },
  'request.new-manager': { manager: 'agree', own: 'law' },
  'request.remove-country': { ...concerned, other: 'asks' },
  prereview: { ...atIana, iana: 'fault' },
  technical: { ...atIana, iana: 'fault' },
  contacts: { ...atIana, contacts: 'consent' },
  contactsNew: { ...atIana, manager: 'agree', contacts: 'consent' },
  review: { ...atIana, iana: 'rules' },
  evaluation: { ...atIana, own: 'heard', iana: 'rules', board: 'rules' },
  supplemental: { ...atIana, iana: 'fault' },
  compile: { iana: 'released', maintainer: 'fault', us: 'law' },
  publish: { operator: 'letter', us: 'law', other: 'law' },
  cached: atCaches,
  refused: { ...concerned, iana: 'refuse', other: 'asks' },
  forced: { manager: 'court', own: 'court', iana: 'court', board: 'court', us: 'law' },
  compileRemoval: { maintainer: 'court', us: 'law' },
  publishRemoval: { operator: 'letter', us: 'law', other: 'law' },
  removed: atCaches,
  back: atCaches,
};

/** The right of a party at a step; before the first step there is none to speak of. */
export const rightOf = (step: string | undefined, party: Party): Right =>
  (step === undefined ? undefined : rightsAt[step]?.[party]) ?? 'cannot';

/** Parties that can stop the request at a step to a given extent. */
export const whoCan = (step: string | undefined, reach: Reach): readonly Party[] =>
  parties.filter((party) => reachOf[rightOf(step, party)] === reach);
