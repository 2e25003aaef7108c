import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanInput } from '../../../shared/contract/plan.ts';
import { client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { showFailure, showNotice } from '../../bridge/notices.ts';
import { shell } from '../../bridge/shell.ts';
import { planCsv } from './plan-export.ts';

const EVERYTHING = { top: 10_000, rejectedLimit: 100_000, recommend: true } as const;

/** The whole answer as a file: every candidate, every rejected compute with every reason. */
export function SavePlan({ input, service }: { input: PlanInput; service: string }) {
  const [pending, setPending] = useState(false);
  const save = async (format: 'csv' | 'json') => {
    setPending(true);
    try {
      const whole = await client.plan.rank({ ...input, ...EVERYTHING });
      const text = format === 'csv' ? planCsv(whole) : `${JSON.stringify(whole, null, 2)}\n`;
      const saved = await shell('saveText', { suggestedName: `plan ${service}.${format}`, text });
      if (saved.file) showNotice({ tone: 'good', text: `Saved as ${saved.file}.` });
    } catch (error) {
      showFailure(failureFrom(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" loading={pending} leftSection={<IconDownload size="1rem" aria-hidden />}>
          Save
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('csv')}>As CSV…</Menu.Item>
        <Menu.Item onClick={() => void save('json')}>As JSON…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
