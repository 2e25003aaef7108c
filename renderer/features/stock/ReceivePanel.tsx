import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { parseQuantity } from '../../../shared/domain/units.ts';
import { api, client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { counted } from '../../ui/format.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { BurstField } from '../part/BurstField.tsx';
import formStyles from '../../ui/Form.module.css';
import { Refusal } from '../../ui/Notice.tsx';
import { SCANNED, useScanOrder } from '../part/use-scan-order.ts';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';

/** Puts arrived units on a shelf: scanned ones each by its serial number, the others as a count. */
export function ReceivePanel({ onClose }: { onClose: () => void }) {
  const fields = useRef<HTMLDivElement>(null);
  useScanOrder(fields);
  const [shelf, setShelf] = useState('');
  const [component, setComponent] = useState('');
  const [serials, setSerials] = useState<readonly string[]>([]);
  const [loose, setLoose] = useState('');
  const receive = useCommand(client.spares.receive, { failures: 'inline' });
  const known = useQuery({
    ...api.part.checkSerials.queryOptions({ input: { component, serials: [...serials] } }),
    enabled: component !== '' && serials.length > 0,
    placeholderData: keepPreviousData,
  }).data;
  const warnings = new Map(known?.map(({ serial, message }) => [serial, message]));
  const count = loose.trim() === '' ? { ok: true as const, value: 0 } : parseQuantity(loose, 'count', 'Units');
  const units = serials.length + (count.ok ? count.value : 0);
  const ready = shelf !== '' && component !== '' && count.ok && units > 0;
  const submit = async () => {
    if (!ready) return;
    const received = await receive.run({ shelf, component, serials: [...serials], looseUnits: count.value });
    if (received) onClose();
  };
  return (
    <PanelForm onSubmit={() => void submit()}>
      <SidePanel
        title="Receive spares"
        onClose={onClose}
        footer={
          <>
            <SubmitButtons disabled={!ready} pending={receive.pending} withKey onCancel={onClose}>
              Receive {counted(units, 'unit', 'units')}
            </SubmitButtons>
          </>
        }
      >
        <div ref={fields} className={formStyles.form}>
          {receive.failure ? <Refusal>{receive.failure.message}</Refusal> : null}
          <ReferencePicker label="Shelf" withAsterisk noun="spareShelf" id={shelf} names={{}} onId={setShelf} />
          <ReferencePicker
            label="Component"
            withAsterisk
            noun="component"
            id={component}
            names={{}}
            onId={setComponent}
          />
          <BurstField label="Serial numbers" lines={serials} onLines={setSerials} warnings={warnings} />
          <TextInput
            label="Further units without serial number"
            inputMode="numeric"
            {...SCANNED}
            error={count.ok ? null : count.message}
            value={loose}
            onChange={(event) => setLoose(event.currentTarget.value)}
          />
        </div>
      </SidePanel>
    </PanelForm>
  );
}
