import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockOf, hostRange, keyRange, type IpBlock } from './ip-math.ts';
import { mapOf, nextFreeAddresses } from './ip-math-space.ts';
import { innermostOf, parentsOf, treeOrder } from './ip-math-tree.ts';

/** Networks inside 10.0.0.0/22, so that they meet often. */
const network: fc.Arbitrary<IpBlock> = fc
  .record({ length: fc.integer({ min: 22, max: 32 }), at: fc.nat(1023) })
  .map(({ length, at }) => {
    const host = BigInt(32 - length);
    return blockOf({ version: 4, first: ((0x0a000000n + BigInt(at)) >> host) << host, length });
  });

function holds(outer: IpBlock, inner: IpBlock): boolean {
  return outer.first <= inner.first && outer.last >= inner.last;
}

const networks = fc.uniqueArray(network, { maxLength: 30, selector: ({ first, length }) => `${first}/${length}` });

test('parents and innermost prefixes are those a naive search finds', () => {
  fc.assert(
    fc.property(networks, fc.array(fc.nat(1023), { maxLength: 50 }), (blocks, offsets) => {
      const prefixes = blocks.map((block) => ({ ...keyRange(block), block })).toSorted(treeOrder);
      const naive = (inner: IpBlock, self: number) =>
        prefixes
          .map(({ block }, index) => ({ block, index }))
          .filter(({ block, index }) => index !== self && holds(block, inner))
          .toSorted((left, right) => right.block.length - left.block.length)[0]?.index ?? null;
      expect(parentsOf(prefixes)).toEqual(prefixes.map(({ block }, index) => naive(block, index)));
      const singles = offsets
        .toSorted((left, right) => left - right)
        .map((offset) => blockOf({ version: 4, first: 0x0a000000n + BigInt(offset), length: 32 }));
      const keys = singles.map((single) => keyRange(single).firstKey);
      expect(innermostOf(prefixes, keys)).toEqual(singles.map((single) => naive(single, -1)));
    }),
  );
});

const inside = fc.record({
  block: fc.constant(blockOf({ version: 4, first: 0x0a000000n, length: 26 })),
  used: fc.uniqueArray(fc.nat(63), { maxLength: 64 }),
  gateway: fc.option(fc.nat(63)),
  child: fc.option(fc.nat(7)),
  last: fc.option(fc.nat(63)),
});

function children(child: number | null): IpBlock[] {
  return child === null ? [] : [blockOf({ version: 4, first: 0x0a000000n + BigInt(child * 8), length: 29 })];
}

test('next free addresses are all that are free, in turn after the last one', () => {
  fc.assert(
    fc.property(inside, ({ block, used, gateway, child, last }) => {
      const { from, to } = hostRange(block);
      const taken = new Set(
        [...used, ...(gateway === null ? [] : [gateway])].map((offset) => block.first + BigInt(offset)),
      );
      const nested = children(child);
      const free: bigint[] = [];
      for (let value = from; value <= to; value += 1n)
        if (!taken.has(value) && !nested.some((other) => other.first <= value && value <= other.last)) free.push(value);
      const after = last === null ? 0n : block.first + BigInt(last);
      const wanted = [...free.filter((value) => value > after), ...free.filter((value) => value <= after)];
      const space = {
        block,
        gateway: gateway === null ? null : block.first + BigInt(gateway),
        used: used.map((offset) => block.first + BigInt(offset)),
        children: nested,
      };
      const found = nextFreeAddresses(space, last === null ? null : after, 1000).map(({ value }) => value);
      // A last one that is no host address (network or broadcast) is no place to go on from.
      expect(found).toEqual(last === 0 || last === 63 ? free : wanted);
    }),
  );
});

test('the map holds every address of the prefix exactly once', () => {
  fc.assert(
    fc.property(inside, ({ block, used, gateway, child }) => {
      const addresses = used.map((offset) => block.first + BigInt(offset));
      const segments = mapOf(
        block,
        gateway === null ? null : block.first + BigInt(gateway),
        addresses,
        children(child),
      );
      let next = block.first;
      for (const { first, last } of segments) {
        expect(first).toBe(next);
        expect(last).toBeGreaterThanOrEqual(first);
        next = last + 1n;
      }
      expect(next).toBe(block.last + 1n);
    }),
  );
});
