import { useState } from 'react';
import { holdWords, signLabels, type ArrivalLine, type StaffLine } from '../../../shared/reception/index.ts';
import { ActProblem } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { PlainButton, look, Dialog, Notice } from '../../platform/ui/index.ts';
import { EndFields } from './end-fields.tsx';
import { HandOverFields } from './hand-over-fields.tsx';
import { mayAttend } from './may-attend.ts';
import { useBoardAct } from './use-board-act.ts';

type Props = { readonly line: ArrivalLine; readonly staff: readonly StaffLine[]; readonly onClose: () => void };

type Part = 'acts' | 'handOver' | 'end';
const titles = { acts: '', handOver: ': entregar', end: ': cerrar' } as const satisfies Record<Part, string>;

/** Everything that can be done with one arrival. */
export function ArrivalDialog({ line, staff, onClose }: Props) {
  const [part, setPart] = useState<Part>('acts');
  const acts = useBoardAct(line);
  const then = async (work: Promise<boolean>) => {
    if (await work) onClose();
  };
  return (
    <Dialog opened title={`${line.label}${titles[part]}`} cancel={{ label: 'Volver', onClick: onClose }}>
      <div className={look.stack}>
        {line.mustCall && <Notice tone="warning">{holdWords}.</Notice>}
        {line.signs.length > 0 && (
          <ul aria-label="Señales">
            {line.signs.map((sign) => (
              <li key={sign}>{signLabels[sign]}</li>
            ))}
          </ul>
        )}
        <ActProblem act={acts.act} />
        {part === 'acts' && <ActButtons line={line} acts={acts} then={then} onPart={setPart} />}
        {part === 'handOver' && (
          <HandOverFields staff={staff} busy={acts.busy} onHandOver={(to) => void then(acts.handOver(to))} />
        )}
        {part === 'end' && (
          <EndFields line={line} busy={acts.busy} onEnd={(end, words) => void then(acts.close(end, words))} />
        )}
      </div>
    </Dialog>
  );
}

type ButtonProps = {
  readonly line: ArrivalLine;
  readonly acts: ReturnType<typeof useBoardAct>;
  readonly then: (work: Promise<boolean>) => Promise<void>;
  readonly onPart: (part: Part) => void;
};

type Act = { readonly label: string; readonly run: () => void };

/** What anybody may do with a number, and Coordinación with its mark. */
function actsOfNumber({ line, acts, then }: ButtonProps, mayHold: boolean): { before: Act[]; after: Act[] } {
  const call = { label: 'Llamar', run: () => void then(acts.call()) };
  const attend = { label: 'Empezar atención', run: () => void then(acts.attend()) };
  const hold = {
    label: line.mustCall ? 'Puede pasar' : 'Pedir que llamen a Coordinación',
    run: () => void then(acts.setHold(!line.mustCall)),
  };
  const isFree = line.state !== 'attended' && mayAttend(line);
  return {
    before: [...(line.state === 'waiting' ? [call] : []), ...(isFree ? [attend] : [])],
    after: mayHold ? [hold] : [],
  };
}

/** What only whoever may read her does: the service refuses it to everybody else. */
function actsOfReader({ line, acts, then, onPart }: ButtonProps, go: ReturnType<typeof useGo>): Act[] {
  if (!line.mayRead) return [];
  const { arrivalId } = line;
  const open = { label: 'Abrir ficha', run: () => go('/llegadas/$arrivalId/ficha', { arrivalId }) };
  const left = { label: 'Se retiró', run: () => void then(acts.close({ outcome: 'left' }, 'se retiró')) };
  const part = (label: string, name: Part) => ({ label, run: () => onPart(name) });
  const facts = { label: 'Ver y corregir datos', run: () => go('/llegadas/$arrivalId', { arrivalId }) };
  const withoutCase = (act: Act) => (line.hasCase ? [] : [act]);
  return [
    ...[part('Entregar…', 'handOver'), ...withoutCase(open), facts],
    ...[...withoutCase(left), part('Cerrar…', 'end')],
  ];
}

function ActButtons(props: ButtonProps) {
  const go = useGo();
  const mayHold = useMay('arrival.hold');
  const { before, after } = actsOfNumber(props, mayHold);
  const buttons = [...before, ...actsOfReader(props, go), ...after];
  if (buttons.length === 0) return <p>La atiende otro servicio o está por revisar: aquí no hay nada que hacer.</p>;
  return (
    <div className={look.row}>
      {buttons.map(({ label, run }) => (
        <PlainButton key={label} aria-disabled={props.acts.busy} onClick={run}>
          {label}
        </PlainButton>
      ))}
    </div>
  );
}
