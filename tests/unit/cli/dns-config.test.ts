import { expect, test } from 'vitest';
import {
  nsdConfig,
  questionsCounted,
  roleOf,
  rootHints,
  rootZone,
  unboundConfig,
  zoneFile,
} from '../../../src/cli/dns-config.ts';

const tld = { name: 't0', delegationTtl: 40, negativeTtl: 20 };
const zone = { name: 'z3.t0', delegationTtl: 30, negativeTtl: 25, addresses: { 'www.z3.t0': 10 } };

// RFC 1035, section 5.1; RFC 2308, section 5: a denial lives for the lesser of the SOA's TTL and its last field.
test('the root zone delegates a TLD with the TTL of the model, with glue, and denies for its negative TTL', () => {
  expect(zoneFile(rootZone(21), [tld]).split('\n')).toEqual([
    '. 21 IN SOA ns.root-server. hostmaster.invalid. 1 1800 900 604800 21',
    '. 518400 IN NS ns.root-server.',
    'ns.root-server. 518400 IN A 127.0.0.2',
    't0. 40 IN NS ns.t0.',
    'ns.t0. 40 IN A 127.0.0.3',
    '',
  ]);
});

test('a zone publishes its address with its TTL, and its server is named inside it', () => {
  expect(zoneFile(zone, []).split('\n')).toEqual([
    'z3.t0. 25 IN SOA ns.z3.t0. hostmaster.invalid. 1 1800 900 604800 25',
    'z3.t0. 30 IN NS ns.z3.t0.',
    'ns.z3.t0. 30 IN A 127.0.0.4',
    'www.z3.t0. 10 IN A 192.0.2.1',
    '',
  ]);
});

test('the root, TLDs and zones have servers of their own', () => {
  expect(['.', 't0', 'z3.t0'].map(roleOf)).toEqual(['root', 'tld', 'zone']);
});

test('NSD serves each zone from its file, answers at any rate, and only zone servers leave their NS records out', () => {
  const text = nsdConfig('tld', [{ name: 't0', file: '/x/1.zone' }], '/x');
  expect(text).toContain('ip-address: 127.0.0.3\n');
  expect(text).toContain('zone:\n  name: "t0."\n  zonefile: "/x/1.zone"\n');
  expect(text).toContain('rrl-ratelimit: 0\n');
  expect(text).toContain('minimal-responses: no\n');
  expect(nsdConfig('zone', [], '/x')).toContain('minimal-responses: yes\n');
  expect(nsdConfig('root', [{ name: '.', file: '/x/0.zone' }], '/x')).toContain('name: "."\n');
});

test('Unbound asks the root server of the hints, and does only what the model does', () => {
  expect(rootHints).toBe('. 3600000 IN NS ns.root-server.\nns.root-server. 3600000 IN A 127.0.0.2\n');
  const lines = unboundConfig('/x')
    .split('\n')
    .map((line) => line.trim());
  for (const line of [
    'root-hints: "/x/root.hints"',
    'module-config: "iterator"',
    'num-threads: 1',
    'qname-minimisation: yes',
    'target-fetch-policy: "0 0 0 0 0"',
    'prefetch: no',
    'serve-expired: no',
    'do-not-query-localhost: no',
  ]) {
    expect(lines).toContain(line);
  }
});

// nsd-control(8): num.queries is the number of queries received.
test('the number of questions is read from the statistics of NSD', () => {
  const text =
    'server0.queries=17\nnum.queries=17\ntime.boot=3.5\nnum.type.A=16\nnum.type.NS=1\nnum.queriesfoo=3\n';
  expect(questionsCounted(text)).toBe(17);
  expect(() => questionsCounted('error')).toThrow('NSD gives no number of questions: error');
});
