import type { PrefixNode } from '../../../shared/contract/network.ts';
import { parseCidr } from '../../../shared/domain/ip.ts';
import { blockHolds, blockOf, type IpBlock } from '../../../shared/rules/ip-math.ts';

function blockIn(text: string): IpBlock | null {
  const network = parseCidr(text);
  return network && blockOf(network);
}

/** An address or network is looked for by what holds it or lies in it, anything else by the words of the row. */
function fits(node: PrefixNode, text: string): boolean {
  const wanted = blockIn(text);
  const own = blockIn(node.cidr);
  if (wanted && own) return blockHolds(own, wanted) || blockHolds(wanted, own);
  const words = [node.cidr, node.purpose ?? '', node.vrf, node.vlan === null ? '' : `vlan ${node.vlan}`];
  return words.join('\n').toLowerCase().includes(text.toLowerCase());
}

/**
 * The rows of the tree: those that fit the text, each below what it lies in. Without text, what lies in a closed prefix
 * is left out. `nodes` are in tree order.
 */
export function shownNodes(
  nodes: readonly PrefixNode[],
  text: string,
  closed: ReadonlySet<string>,
): readonly PrefixNode[] {
  const wanted = text.trim();
  if (wanted !== '') return withParents(nodes, new Set(nodes.filter((node) => fits(node, wanted)).map(({ id }) => id)));
  const hidden = new Set<string>();
  return nodes.filter(({ id, parentId }) => {
    if (parentId === null || !(closed.has(parentId) || hidden.has(parentId))) return true;
    hidden.add(id);
    return false;
  });
}

function withParents(nodes: readonly PrefixNode[], kept: Set<string>): readonly PrefixNode[] {
  for (const { id, parentId } of nodes.toReversed()) if (kept.has(id) && parentId !== null) kept.add(parentId);
  return nodes.filter(({ id }) => kept.has(id));
}
