import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aService, aVps } from './testing/stated-fleet.ts';

const OWN = [
  { utilisation: 0, score: 0 },
  { utilisation: 0.25, score: 80 },
  { utilisation: 0.5, score: 20 },
];

/** `small` would be 4 of 8 full, `large` 4 of 16. */
async function fleet() {
  const { client } = temporaryWorkspace();
  await aVps(client, 'small', { cores: 8 });
  await aVps(client, 'large', { cores: 16 });
  const web = await aService(client, 'web', { cores: 4 });
  const judgeBy = async (scoreShape: 'pack' | 'target' | typeof OWN) => {
    const { version } = await client.setting.get({ ref: 'workspace' });
    await client.setting.update({ ref: 'workspace', version, patch: { scoreShape } });
  };
  const scores = async (shape?: 'spread' | typeof OWN) => {
    const plan = await client.plan.rank({ subject: { service: web }, ...(shape ? { shape } : {}) });
    return plan.candidates.map(({ compute, score }) => [compute, Math.round(score * 100) / 100]);
  };
  return { client, judgeBy, scores };
}

describe('what counts as a good fit', () => {
  it('is 60 to 70 % in a new workspace: 50 % scores 100 × 50/60, 25 % scores 100 × 25/60', async () => {
    const { client, scores } = await fleet();
    expect(await scores()).toEqual([
      ['small', 83.33],
      ['large', 41.67],
    ]);
    expect((await client.setting.get({ ref: 'workspace' })).record.scoreShape).toBe('target');
  });

  it('is what the workspace says, for one plan as for a preview of many, and undone with it', async () => {
    const { client, judgeBy, scores } = await fleet();
    await judgeBy(OWN);
    // 25 % is a point of the shape, 50 % its last one.
    expect(await scores()).toEqual([
      ['large', 80],
      ['small', 20],
    ]);
    const { rows } = await client.assignment.previewMany({ service: 'web', computes: ['large'] });
    expect(rows).toMatchObject([{ verdict: 'candidate', score: 80 }]);
    const plan = await client.plan.rank({ subject: { service: 'web' } });
    expect(plan.shape).toEqual(OWN);
    await client.history.undo();
    expect((await scores())[0]).toEqual(['small', 83.33]);
  });

  it('may be another for one question: half full leaves 50 points when emptiest is best', async () => {
    const { judgeBy, scores } = await fleet();
    await judgeBy('pack');
    expect(await scores('spread')).toEqual([
      ['large', 75],
      ['small', 50],
    ]);
  });

  it('is refused with the point, its value and what is allowed', async () => {
    const { client, judgeBy } = await fleet();
    const falling = [
      { utilisation: 0.7, score: 100 },
      { utilisation: 0.6, score: 120 },
    ];
    const sentences = [
      'Point 2 has score 120; it must lie between 0 and 100.',
      'Point 2 must have a higher utilisation than the point before it (0.7).',
    ];
    const stored = await refusalOf(judgeBy(falling));
    expect(stored).toMatchObject({ code: 'E_FORMAT', fields: sentences.map((message) => ({ message })) });
    expect(stored.fields?.[0]?.path).toBe('scoreShape[1].score');
    const asked = await refusalOf(client.plan.rank({ subject: { service: 'web' }, shape: falling }));
    expect(asked.fields?.map(({ message }) => message)).toEqual(sentences);
  });
});
