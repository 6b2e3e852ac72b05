import { sideWords } from '../../shared/counterparts/index.ts';
import type { Output } from '../platform/client.ts';
import { onlyFor } from '../platform/session.tsx';
import { Facts, Panel } from '../platform/ui/index.ts';
import { useCounterpartWaits } from './queries.ts';

/** «2 h 10 min», «3 días 4 h». */
function waitWords(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return [days === 1 ? '1 día' : `${days} días`, hours > 0 ? `${hours} h` : ''].filter(Boolean).join(' ');
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

type Wait = Output<'readCounterpartWaits'>['waits'][number];

function saidOf({ answered, waiting, middle, longest }: Wait): string {
  const open = waiting === 0 ? '' : ` · ${waiting} sin responder`;
  if (middle === null || longest === null) return `Ninguna respondida${open}`;
  if (answered === 1) return `1 respondida, en ${waitWords(longest)}${open}`;
  return `${answered} respondidas: la del medio en ${waitWords(middle)}, la que más tardó en ${waitWords(longest)}${open}`;
}

/** For who leads the centre; nothing where nothing was handed over. */
export const CounterpartWaits = onlyFor('monitoring.read', function Shown() {
  const { data } = useCounterpartWaits();
  const used = (data ?? []).filter(({ answered, waiting }) => answered + waiting > 0);
  if (used.length === 0) return null;
  return (
    <Panel title="Entregas a las contrapartes: de la entrega al primer acto, en 90 días">
      <Facts of={used.map((side) => [sideWords[side.side].label, saidOf(side)])} />
    </Panel>
  );
});
