import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useActions } from '../../ui/actions.ts';
import { hrefOf, navigate } from '../../ui/location.ts';

/** The rack before and the rack after, in walking order. */
export function RackNeighbours({ id }: { id: string }) {
  const { data = [] } = useQuery(api.rack.overview.queryOptions());
  const index = data.findIndex((rack) => rack.id === id);
  const before = data[index - 1];
  const after = index < 0 ? undefined : data[index + 1];
  const go = (rack: { id: string } | undefined) => rack && navigate(hrefOf(['rack', rack.id]));
  useActions([
    { id: 'rack-before', label: 'Go to the rack before', group: 'Rack', keys: ',', run: () => go(before) },
    { id: 'rack-after', label: 'Go to the next rack', group: 'Rack', keys: '.', run: () => go(after) },
  ]);
  return (
    <>
      <Neighbour label="Rack before" rack={before} onGo={go}>
        <IconChevronLeft size="1rem" />
      </Neighbour>
      <Neighbour label="Next rack" rack={after} onGo={go}>
        <IconChevronRight size="1rem" />
      </Neighbour>
    </>
  );
}

interface NeighbourProps {
  readonly label: string;
  readonly rack: { readonly id: string; readonly name: string } | undefined;
  readonly onGo: (rack: { id: string } | undefined) => void;
  readonly children: React.ReactNode;
}

function Neighbour({ label, rack, onGo, children }: NeighbourProps) {
  const text = rack ? `${label}: ${rack.name}` : `${label}: there is none`;
  return (
    <IconButton label={text} disabled={!rack} onClick={() => onGo(rack)}>
      {children}
    </IconButton>
  );
}
