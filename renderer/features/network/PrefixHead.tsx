import type { PrefixNode } from '../../../shared/contract/network.ts';
import { DEFAULT_VRF } from '../../../shared/domain/vrf.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { TagChip } from '../../ui/Badge.tsx';
import { hrefOf, objectHref } from '../../ui/location.ts';
import { plainText } from '../../ui/plain-text.ts';
import styles from './Network.module.css';
import { usedText } from './amount-text.ts';
import { UseBar } from './prefix-columns.tsx';

/** What a prefix is for, what hosts in it are told, and how full it is. */
export function PrefixHead({ detail, node }: { detail: NounDetail; node: PrefixNode | undefined }) {
  const { record, references, tags } = detail;
  const fact = (key: string, label: string) => {
    const value = plainText(record[key]);
    return value === '' ? null : `${label} ${value}`;
  };
  const siteId = plainText(record['siteId']);
  const facts = [
    fact('purpose', ''),
    fact('vlan', 'VLAN'),
    fact('gateway', 'Gateway'),
    fact('dnsServers', 'DNS'),
    [plainText(record['provider']), plainText(record['region'])].filter(Boolean).join(', '),
  ].filter(Boolean);
  return (
    <div className={styles.head}>
      {node ? (
        <span className={styles.headUse}>
          <UseBar node={node} />
          {usedText(node)}
        </span>
      ) : null}
      <span>VRF {references[plainText(record['vrfId'])] ?? DEFAULT_VRF}</span>
      {node?.parentId ? <a href={hrefOf(['prefix', node.parentId])}>Prefix around it</a> : null}
      {facts.map((text) => (
        <span key={text}>{text}</span>
      ))}
      {siteId === '' ? null : <a href={objectHref('site', siteId) ?? '#'}>{references[siteId]}</a>}
      {Object.entries(tags).map(([name, value]) => (
        <TagChip key={name} name={name} value={value} />
      ))}
    </div>
  );
}
