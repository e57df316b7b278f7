/*
 * Questions and the heads of responses in the wire format of the domain name system (RFC 1035, section 4.1): as much
 * of it as a client needs that asks for addresses and only wants to know whether it was answered.
 */

const recursionDesired = 0x0100;
const typeA = 1;
const classIn = 1;

/** Response codes (RFC 1035, section 4.1.1). */
export const responseCodes = { noError: 0, serverFailure: 2, nameError: 3 } as const;

/**
 * A question for the IPv4 address of a name, recursion desired.
 * @param id 0 to 65,535; the response repeats it.
 * @param name labels joined by points, without the final point.
 * @throws RangeError when a label is empty or longer than 63 octets, or the name longer than 255 (section 2.3.4).
 */
export function encodeQuestion(id: number, name: string): Uint8Array {
  const labels = name.split('.').map((label) => new TextEncoder().encode(label));
  const length = labels.reduce((sum, label) => sum + 1 + label.length, 1);
  if (labels.some((label) => label.length < 1 || label.length > 63) || length > 255)
    throw new RangeError(`"${name}" is not a domain name.`);
  const message = new Uint8Array(12 + length + 4);
  const view = new DataView(message.buffer);
  view.setUint16(0, id);
  view.setUint16(2, recursionDesired);
  view.setUint16(4, 1);
  let at = 12;
  for (const label of labels) {
    message[at] = label.length;
    message.set(label, at + 1);
    at += 1 + label.length;
  }
  view.setUint16(at + 1, typeA);
  view.setUint16(at + 3, classIn);
  return message;
}

export interface ResponseHead {
  readonly id: number;
  /** RCODE, 0 to 15. */
  readonly code: number;
}

/** The head of a response; undefined when the message is none. */
export function responseHead(message: Uint8Array): ResponseHead | undefined {
  if (message.length < 12) return undefined;
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const flags = view.getUint16(2);
  return flags & 0x8000 ? { id: view.getUint16(0), code: flags & 15 } : undefined;
}
