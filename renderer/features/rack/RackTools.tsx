import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBolt, IconBookmark, IconNotebook } from '@tabler/icons-react';
import { useState } from 'react';
import { useActions } from '../../ui/actions.ts';
import { hrefOf, navigate } from '../../ui/location.ts';
import { ReserveDialog } from './ReserveDialog.tsx';
import type { ReservableRack } from './reserve-draft.ts';

/** From a rack's page to its reservations and its power. */
export function RackTools({ rack }: { rack: ReservableRack }) {
  const [reserving, setReserving] = useState(false);
  const power = hrefOf(['racks', 'power'], { rack: rack.id });
  const journal = hrefOf(['rack', rack.id, 'journal']);
  const reserve = () => setReserving(true);
  useActions([
    { id: 'rack-reserve', label: `Reserve units in ${rack.name}`, group: 'Rack', run: reserve },
    { id: 'rack-power', label: `Power of ${rack.name}`, group: 'Rack', run: () => navigate(power) },
    { id: 'rack-journal', label: `Journal of ${rack.name}`, group: 'Rack', run: () => navigate(journal) },
  ]);
  return (
    <>
      <Tooltip label="Power of this rack">
        <ActionIcon component="a" href={power} variant="default" size="md" aria-label="Power of this rack">
          <IconBolt size="1rem" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Journal of this rack">
        <ActionIcon component="a" href={journal} variant="default" size="md" aria-label="Journal of this rack">
          <IconNotebook size="1rem" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Reserve units…">
        <ActionIcon variant="default" size="md" aria-label="Reserve units…" onClick={reserve}>
          <IconBookmark size="1rem" />
        </ActionIcon>
      </Tooltip>
      {reserving ? <ReserveDialog rack={rack} onClose={() => setReserving(false)} /> : null}
    </>
  );
}
