import { canonicalAddress, parseCidr } from '../../../shared/domain/ip.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { blockOf, keyRange } from '../../../shared/rules/ip-math.ts';
import { compileTextMatch, type SqlFragment } from '../../../shared/rules/query/compile.ts';
import type { TextMatch } from '../../../shared/rules/query/text-match.ts';

/** An address of the row's alias: equal in whatever notation, inside a network, or like a glob or regex. */
function addressIs(alias: string, match: TextMatch): SqlFragment {
  if (match.kind !== 'exact') return compileTextMatch({ sql: `${alias}.address` }, match);
  const network = match.text.includes('/') ? parseCidr(match.text.trim()) : null;
  if (!network) return { sql: `${alias}.address = ?`, params: [canonicalAddress(match.text) ?? match.text] };
  const { firstKey, lastKey } = keyRange(blockOf(network));
  return { sql: `${alias}.sort_key BETWEEN ? AND ?`, params: [firstKey, lastKey] };
}

/** A prefix that holds an address, or that lies in a network; a glob or regex is about how it is written. */
function prefixIs(match: TextMatch): SqlFragment {
  const network = match.kind === 'exact' ? parseCidr(match.text.trim()) : null;
  if (!network) return compileTextMatch({ sql: 't.cidr' }, match);
  const { firstKey, lastKey } = keyRange(blockOf(network));
  if (firstKey === lastKey) return { sql: '(t.first_key <= ? AND t.last_key >= ?)', params: [firstKey, firstKey] };
  return { sql: '(t.first_key >= ? AND t.last_key <= ?)', params: [firstKey, lastKey] };
}

/** `ip:` of a noun; null stands for things of any noun, of which computes have addresses. */
export function addressCondition(definition: NounDefinition | null, match: TextMatch): SqlFragment {
  if (definition?.noun === 'ipAddress') return addressIs('t', match);
  if (definition?.noun === 'prefix') return prefixIs(match);
  const { sql, params } = addressIs('ip_address', match);
  return {
    sql: `EXISTS (SELECT 1 FROM ip_assignment JOIN ip_address ON ip_address.id = ip_assignment.ip_address_id
      WHERE ip_assignment.compute_id = t.id AND ${sql})`,
    params,
  };
}

/** Nouns that `ip:` can be asked about. */
export const ADDRESSED: ReadonlySet<string> = new Set(['compute', 'ipAddress', 'prefix']);
