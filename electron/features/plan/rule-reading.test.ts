import { describe, expect, it } from 'vitest';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aVps } from './testing/stated-fleet.ts';

async function taggedFleet() {
  const { client } = temporaryWorkspace();
  await aVps(client, 'a', { cores: 4 }, { tags: { 'role-database': 'true', env: 'prod' } });
  await aVps(client, 'b', { cores: 4 }, { tags: { 'role-database': 'true', env: 'dev' } });
  await aVps(client, 'c', { cores: 4 }, { tags: { env: 'staging' } });
  await aVps(client, 'resting', { cores: 4 }, { state: 'maintenance', tags: { 'role-database': 'true' } });
  return client;
}

describe('reading placement rules', () => {
  it('gives the canonical form and the words for another spelling', async () => {
    const client = await taggedFleet();
    const reading = await client.plan.readRules({
      rules: {
        affinity: { MatchExpressions: [{ key: 'role-database', operator: 'Exists' }] },
        anti_affinity: [{ match_expressions: [{ key: 'env', operator: 'In', values: ['dev', 'staging'] }] }],
        spread_max: 2,
      },
    });
    expect(reading).toMatchObject({
      ok: true,
      words: 'must have role-database; must not have env in dev, staging; at most 2 per compute',
      rules: { spreadMax: 2, antiAffinity: [{ matchLabels: {} }] },
      warnings: [],
    });
  });

  it('names an unknown key with what is allowed, and warns of rules that nothing satisfies', async () => {
    const client = await taggedFleet();
    const unknown = await client.plan.readRules({ rules: { afinity: [] } });
    expect(unknown.ok ? [] : unknown.problems.map(({ path }) => path)).toEqual(['afinity']);
    const both = { affinity: [{ matchLabels: { env: 'prod' } }, { matchLabels: { env: 'dev' } }] };
    const contradiction = await client.plan.readRules({ rules: both });
    expect(contradiction.ok ? contradiction.warnings.map(({ path }) => path) : []).toEqual([
      'affinity[1].matchLabels.env',
    ]);
  });

  it('counts the active computes that each rule admits, and all of them together', async () => {
    const client = await taggedFleet();
    const placement = {
      affinity: [{ matchLabels: { 'role-database': 'true' } }],
      antiAffinity: [{ matchExpressions: [{ key: 'env', operator: 'In', values: ['dev'] }] }],
    };
    const admitted = await client.plan.admitted({ placement });
    // Of a, b and c: a and b are databases; a and c are not dev; a is both. The one in maintenance does not count.
    expect(admitted).toMatchObject({ active: 3, admitted: 1 });
    expect(admitted.rules.map(({ rule, words, admits }) => [rule, words, admits])).toEqual([
      ['affinity[0].matchLabels.role-database', 'must have role-database = true', 2],
      ['antiAffinity[0]', 'must not have env in dev', 2],
    ]);
  });

  it('lists what a plan can be narrowed to, counted over the active computes', async () => {
    const client = await taggedFleet();
    const places = await client.plan.places();
    expect(places.type).toEqual([{ value: 'vps', computes: 3 }]);
    expect(places.tags.map(({ key }) => key)).toEqual(['env', 'role-database']);
    expect(places.tags[1]?.values).toEqual([{ value: 'true', computes: 2 }]);
  });
});
