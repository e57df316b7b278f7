import { expect, test } from 'vitest';
import { Network } from '../../../../src/models/dns/network.ts';

const router = (id: string) => ({ id, kind: 'router' }) as const;
const host = (id: string) => ({ id, kind: 'host' }) as const;

test('a packet takes the path with the fewest links, both ends included', () => {
  const net = new Network(
    [host('a'), router('r1'), router('r2'), router('r3'), host('b')],
    [
      ['a', 'r1'],
      ['r1', 'r2'],
      ['r2', 'r3'],
      ['r3', 'b'],
      ['r1', 'r3'],
    ],
  );
  expect(net.path('a', 'b')).toEqual(['a', 'r1', 'r3', 'b']);
  expect(net.path('a', 'a')).toEqual(['a']);
});

test('a host never forwards for others, even where it would be the shorter way', () => {
  const net = new Network(
    [host('a'), host('root-server'), router('r1'), router('r2'), host('b')],
    [
      ['a', 'root-server'],
      ['root-server', 'b'],
      ['a', 'r1'],
      ['r1', 'r2'],
      ['r2', 'b'],
    ],
  );
  expect(net.path('a', 'b')).toEqual(['a', 'r1', 'r2', 'b']);
});

test('a missing node and a missing path are refused', () => {
  const net = new Network([host('a'), host('b')], []);
  expect(() => net.path('a', 'b')).toThrow('No path');
  expect(() => net.path('a', 'c')).toThrow('no node c');
  expect(() => new Network([host('a')], [['a', 'x']])).toThrow('no node x');
});
