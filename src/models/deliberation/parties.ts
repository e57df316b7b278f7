import { Random } from '../random.ts';

/** What a capital has written about one clause. */
export type Stance =
  | { readonly kind: 'silent' }
  /** The party would accept the clause up to this strength, between 0 and 1. */
  | { readonly kind: 'wish'; readonly ideal: number }
  /** No such clause at all. */
  | { readonly kind: 'red-line' };

/** Groups that were invited to the CSTD group of 2010 to 2012, five seats each (UNCTAD, 23 December 2010). */
export const communities = ['technical', 'civil-society', 'private-sector', 'organisation'] as const;
export type Community = (typeof communities)[number];

export interface Party {
  /** "member-3", "technical-1". */
  readonly id: string;
  readonly group: 'member' | Community;
  /** Number within the group, from 1. */
  readonly number: number;
  /** One for each clause. */
  readonly stances: readonly Stance[];
  /** Does its objection point to a fault in the text, which only a change can mend? One for each clause. */
  readonly grounded: readonly boolean[];
}

/** Share of objections that are red lines, and share that point to a fault in the text: assumptions of this model. */
export const redLineShare = 0.25;
export const groundedShare = 0.2;

/** The strongest wording with which a party is content: 1 where it has no instruction. */
export const limitOf = (stance: Stance): number =>
  stance.kind === 'silent' ? 1 : stance.kind === 'wish' ? stance.ideal : 0;

export interface Room {
  readonly seed: string;
  readonly members: number;
  readonly invited: number;
  /** Chance that a party objects to a clause, each independently, 0 to 1. */
  readonly objecting: number;
  readonly clauses: number;
}

/**
 * Draws who sits in the room and with which instructions. Each party has its own sequence of random numbers and uses
 * as many whether it objects or not: a further party changes no other, and a higher chance only adds objections.
 */
export function drawParties({ seed, members, invited, objecting, clauses }: Room): Party[] {
  const draw = (group: Party['group'], number: number): Party => {
    const id = `${group}-${number}`;
    const random = new Random(`${seed} ${id}`);
    const stances: Stance[] = [];
    const grounded: boolean[] = [];
    for (let i = 0; i < clauses; i++) {
      const [objects, kind, ideal, ground] = [random.unit(), random.unit(), random.unit(), random.unit()];
      stances.push(
        objects >= objecting
          ? { kind: 'silent' }
          : kind < redLineShare
            ? { kind: 'red-line' }
            : { kind: 'wish', ideal },
      );
      grounded.push(ground < groundedShare);
    }
    return { id, group, number, stances, grounded };
  };
  return [
    ...Array.from({ length: members }, (_, i) => draw('member', i + 1)),
    ...Array.from({ length: invited }, (_, i) =>
      draw(communities[i % communities.length]!, Math.floor(i / communities.length) + 1),
    ),
  ];
}

/** The seats that have sent a paper, so that their objections are known: the first so many of an order drawn by the seed. */
export function seatsWithPaper(seed: string, parties: readonly Party[], papers: number): ReadonlySet<string> {
  const order = new Random(`${seed} papers`).shuffle(parties.map(({ id }) => id));
  return new Set(order.slice(0, papers));
}
