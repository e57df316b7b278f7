/*
 * A route is one number: two bits of class, then the complement of the length, both larger for better, then what goes
 * along with the route, two bits of traits and eight with the number of the announcement. All fits into 31 bits, which
 * keeps arithmetic on small integers. The network itself and its customers share a class, because only one of the two
 * can be (an origin keeps its own route).
 */

/** One AS link in the complement of the length. */
export const ONE_LINK = 1 << 10;
/** The bits that go along: traits and announcement. */
export const ALONG = ONE_LINK - 1;
const CLASS_SHIFT = 29;
/** The bits of the length's complement; all of them set: length 0. */
export const LENGTH = (1 << CLASS_SHIFT) - ONE_LINK;

export const PROVIDER = 1 << CLASS_SHIFT;
export const PEER = 2 << CLASS_SHIFT;
export const CUSTOMER = 3 << CLASS_SHIFT;
/** Class of a customer route, no length: nothing replaces it and it offers nothing. */
export const REMOVED = CUSTOMER;
export const NO_ROUTE = 0;

export const TRAITS_SHIFT = 8;
/** The bits of the announcement's number. */
export const SEED = (1 << TRAITS_SHIFT) - 1;
/** Traits of a route by which a network may refuse it: an invalid origin; passed on by the leaker. */
export const INVALID = 1;
export const LEAKED = 2;

/** One number is for what comes through a leaker. */
export const mostOrigins = 254;
/** A path has fewer links than there are networks, and a length has 19 bits. */
export const mostNetworks = 2 ** 19 - 2;
