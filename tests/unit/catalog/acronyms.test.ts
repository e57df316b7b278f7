import { describe, expect, test } from 'vitest';
import { acronymsOf } from '../../../src/catalog/acronyms.ts';
import { parseBody } from '../../../src/catalog/body.ts';

const known = new Set(['DNS', 'TCP/IP', 'DNSSEC', 'RIR']);
const uses = (text: string) =>
  acronymsOf(parseBody(text), (word) => known.has(word)).map(({ acronym, isExplained }) => [
    acronym,
    isExplained,
  ]);

describe('acronyms are words with two capitals in a row', () => {
  test.each([
    ['plurals lose their s', 'RIRs and ccTLDs', ['RIR', 'ccTLD']],
    ['a known compound stays whole', 'TCP/IP', ['TCP/IP']],
    ['an unknown compound is read by its parts', 'DNS/BGP, ITU-T, IANA-run', ['DNS', 'BGP', 'ITU', 'IANA']],
    ['document symbols are none', 'A/RES/70/125 and E/CN.16/2012/2', []],
    ['Roman numbers are none', 'chapters II, IV and XIV', []],
    ['names with capitals apart are none', 'YouTube, GitHub, K-root', []],
    ['names in backticks are none', '`A.ROOT-SERVERS.NET`', []],
    ['the words of a link count, its address does not', '[the ITU](https://www.example.org/ABC)', ['ITU']],
  ])('%s', (_what, text, acronyms) => {
    expect(uses(text).map(([acronym]) => acronym)).toEqual(acronyms);
  });
});

describe('an acronym is explained where its name stands before it, or where it links to the glossary', () => {
  test.each([
    ['Domain Name System (DNS)', true],
    ['Regional Internet Registries (RIRs)', true],
    ['Regional Internet Registry (RIR, a member body)', true],
    ['the <Term id="dns">DNS</Term>', true],
    ['the <Term id="dns">Domain Name System (DNS)</Term>', true],
    ['Domain Name System (<Term id="dns">DNS</Term>)', true],
    ['the DNS', false],
    ['(see the DNS)', false],
    ['the <Term id="dns">system</Term> DNS', false],
  ])('%s', (text, isExplained) => {
    expect(uses(text).at(-1)?.[1]).toBe(isExplained);
  });
});
