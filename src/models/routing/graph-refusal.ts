/** Why a file or a list of links is not taken as a graph of networks; the sentence for a reader is made elsewhere. */
export type RefusalReason =
  /** A byte that no text file has. Values: the byte, its column. */
  | 'not-text'
  /** Not `AS|AS|relation` with at most one more column. Values: the column. */
  | 'malformed'
  /** The file ends inside a line. Values: the column. */
  | 'truncated'
  /** An AS number above 4294967295 (RFC 6793). Values: the column. */
  | 'asn-out-of-range'
  /** A relation other than −1 (provider and customer) and 0 (peers). Values: the column. */
  | 'unknown-relation'
  /** A network linked to itself. Values: its AS number. */
  | 'self-link'
  /** Two relations for one pair. Values: both AS numbers, the earlier line. */
  | 'conflicting-links'
  /** A network that is, through others, its own provider. Values: AS numbers, each the provider of the next. */
  | 'provider-cycle'
  /** More than the limit. Values: the limit. */
  | 'too-many-networks'
  | 'too-many-links'
  | 'too-many-bytes'
  /** No link at all. Values: none. */
  | 'empty';

/** A refused graph. */
export class GraphRefusal extends Error {
  override name = 'GraphRefusal';
  readonly reason: RefusalReason;
  /** Line of the file, from 1; 0 when no single line is to blame. */
  readonly line: number;
  readonly values: readonly number[];

  constructor(reason: RefusalReason, line: number, values: readonly number[]) {
    super(`${reason} line=${line} values=${values.slice(0, 20).join(',')}`);
    this.reason = reason;
    this.line = line;
    this.values = values;
  }
}
