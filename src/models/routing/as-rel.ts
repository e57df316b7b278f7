import type { AsGraph, GraphLimits } from './as-graph.ts';
import { graphLimits, linksOf } from './as-graph.ts';
import { AsGraphBuilder } from './as-graph-builder.ts';
import { GraphRefusal } from './graph-refusal.ts';

/** The longest text that is read, in bytes: CAIDA's files of 2025 have 7 to 10 million. */
export const asRelByteLimit = 64 * 1024 * 1024;

/** The longest line that can name two networks, in bytes; the fourth column of serial-2 holds a short word. */
const longestLine = 256;
/** Of a line no more is looked at: this much shows that it is too long, even if it ends in CR. */
const mostLooked = longestLine + 2;

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const MINUS = 45;
const ZERO = 48;
const ONE = 49;
const NINE = 57;
const TILDE = 126;
const BAR = 124;
const LARGEST_ASN = 4294967295;

/**
 * Reader of the AS-relationship files of CAIDA. It takes bytes in chunks of any size, so that a file of many megabytes
 * never becomes a text in memory and a page can breathe between chunks.
 *
 * A line is `provider|customer|-1` or `peer|peer|0` (serial-1), with a fourth column that names the inference in
 * serial-2; lines that start with # are comments, empty lines count for nothing, a line may end in CR LF.
 * Source: publicdata.caida.org/datasets/as-relationships, README of serial-1 and of serial-2.
 */
export class AsRelReader {
  private readonly builder: AsGraphBuilder;
  private readonly byteLimit: number;
  private readonly limits: GraphLimits;
  /** The beginning of a line whose end has not come yet. */
  private readonly rest = new Uint8Array(mostLooked);
  private restLength = 0;
  private insideComment = false;
  /** Bytes of the present comment in earlier chunks. */
  private commentLength = 0;
  private line = 1;
  private bytes = 0;
  /** Where parsing of the present line stands. */
  private at = 0;

  constructor(limits: GraphLimits = graphLimits, byteLimit: number = asRelByteLimit) {
    this.limits = limits;
    this.builder = new AsGraphBuilder(this.limits);
    this.byteLimit = byteLimit;
  }

  /** Takes the next bytes of the file. @throws GraphRefusal at the first line that is not as it should be. */
  push(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    if (this.bytes > this.byteLimit) throw new GraphRefusal('too-many-bytes', this.line, [this.byteLimit]);
    let from = 0;
    while (from < chunk.length) {
      const newline = chunk.indexOf(NEWLINE, from);
      const to = newline < 0 ? chunk.length : newline;
      this.takePart(chunk, from, to, newline >= 0);
      if (newline >= 0) this.line++;
      from = to + 1;
    }
  }

  /** The graph. @throws GraphRefusal when the file stops inside a line or its links make no acceptable graph. */
  finish(): AsGraph {
    if (this.restLength > 0) this.takeLine(this.rest, 0, this.restLength, true);
    this.restLength = 0;
    return this.builder.build();
  }

  /** Bytes of one line: the whole of it, or a part whose beginning or end is in another chunk. */
  private takePart(chunk: Uint8Array, from: number, to: number, endsHere: boolean): void {
    if (this.insideComment || (this.restLength === 0 && chunk[from] === HASH && from < to)) {
      for (let i = from; i < to; i++) {
        if (isControl(chunk[i]!)) this.refuse('not-text', chunk[i]!, this.commentLength + i - from + 1);
      }
      this.insideComment = !endsHere;
      this.commentLength = endsHere ? 0 : this.commentLength + to - from;
      return;
    }
    if (endsHere && this.restLength === 0) {
      this.takeLine(chunk, from, to, false);
      return;
    }
    const room = this.rest.length - this.restLength;
    this.rest.set(chunk.subarray(from, Math.min(to, from + room)), this.restLength);
    this.restLength = Math.min(this.rest.length, this.restLength + (to - from));
    // A full rest is a line that is too long, wherever its end may be.
    if (!endsHere && this.restLength < this.rest.length) return;
    this.takeLine(this.rest, 0, this.restLength, false);
    this.restLength = 0;
  }

  private takeLine(bytes: Uint8Array, from: number, lineEnd: number, isLast: boolean): void {
    // The same bytes whether the line came whole or in pieces.
    const to = Math.min(lineEnd, from + mostLooked);
    const end = to > from && bytes[to - 1] === RETURN ? to - 1 : to;
    if (end === from) return;
    const short = isLast ? 'truncated' : 'malformed';
    this.at = from;
    const first = this.takeAsn(bytes, from, end, short);
    const second = this.takeAsn(bytes, from, end, short);
    const isTransit = bytes[this.at] === MINUS && this.at < end;
    if (isTransit) this.at++;
    if (this.at >= end) this.refuse(short, this.at - from + 1);
    const digit = bytes[this.at]!;
    const after = bytes[this.at + 1]!;
    const isKnown = digit === (isTransit ? ONE : ZERO);
    const hasMore = this.at + 1 < end && after !== BAR;
    if (!isKnown || (hasMore && isDigit(after))) {
      if (isDigit(digit) || digit === MINUS) this.refuse('unknown-relation', this.at - from + 1);
      this.refuseByte(bytes, from, this.at);
    }
    if (hasMore) this.refuseByte(bytes, from, this.at + 1);
    for (let i = this.at + 2; i < end; i++) {
      if (bytes[i] === BAR || bytes[i]! < SPACE || bytes[i]! > TILDE) this.refuseByte(bytes, from, i);
    }
    if (end - from > longestLine) this.refuse('malformed', longestLine + 1);
    if (isTransit) this.builder.addTransit(first, second, this.line);
    else this.builder.addPeering(first, second, this.line);
  }

  /** An AS number and the bar after it. */
  private takeAsn(bytes: Uint8Array, from: number, end: number, short: 'truncated' | 'malformed'): number {
    const start = this.at;
    let asn = 0;
    while (this.at < end && isDigit(bytes[this.at]!)) {
      asn = asn * 10 + (bytes[this.at++]! - ZERO);
      if (asn > LARGEST_ASN) this.refuse('asn-out-of-range', start - from + 1);
    }
    if (this.at >= end) this.refuse(short, this.at - from + 1);
    if (bytes[this.at] !== BAR || this.at === start) this.refuseByte(bytes, from, this.at);
    this.at++;
    return asn;
  }

  private refuseByte(bytes: Uint8Array, from: number, at: number): never {
    const byte = bytes[at]!;
    if (isControl(byte) || byte > TILDE) this.refuse('not-text', byte, at - from + 1);
    this.refuse('malformed', at - from + 1);
  }

  private refuse(
    reason: 'malformed' | 'truncated' | 'not-text' | 'asn-out-of-range' | 'unknown-relation',
    ...values: number[]
  ): never {
    throw new GraphRefusal(reason, this.line, values);
  }
}

const isDigit = (byte: number) => byte >= ZERO && byte <= NINE;

const isControl = (byte: number) => (byte < SPACE && byte !== TAB && byte !== RETURN) || byte === 127;

/**
 * The graph as a text that AsRelReader takes (serial-1), in pieces of some thousand lines.
 * @param comments lines put before it, without the #.
 */
export function* writeAsRel(graph: AsGraph, comments: readonly string[] = []): Generator<string> {
  let piece = comments.map((comment) => `# ${comment}\n`).join('');
  for (const { a, b, relation } of linksOf(graph)) {
    piece += relation === 'transit' ? `${a}|${b}|-1\n` : `${a}|${b}|0\n`;
    if (piece.length < 65536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
