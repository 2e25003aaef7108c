import { IconBolt, IconBookmark, IconNotebook } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
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
      <IconButton label="Power of this rack" href={power}>
        <IconBolt size="1rem" />
      </IconButton>
      <IconButton label="Journal of this rack" href={journal}>
        <IconNotebook size="1rem" />
      </IconButton>
      <IconButton label="Reserve units…" onClick={reserve}>
        <IconBookmark size="1rem" />
      </IconButton>
      {reserving ? <ReserveDialog rack={rack} onClose={() => setReserving(false)} /> : null}
    </>
  );
}
