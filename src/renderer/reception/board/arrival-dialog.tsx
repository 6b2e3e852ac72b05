import { Button } from '@mantine/core';
import { useState } from 'react';
import { holdWords, type ArrivalLine, type StaffLine } from '../../../shared/reception/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { Dialog, Notice } from '../../platform/ui/index.ts';
import css from '../reception.module.css';
import { EndFields } from './end-fields.tsx';
import { HandOverFields } from './hand-over-fields.tsx';
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
      <div className={css.stack}>
        {line.mustCall && <Notice tone="warning">{holdWords}.</Notice>}
        {acts.problem !== null && (
          <Notice tone="error">
            <p role="alert">{acts.problem}</p>
          </Notice>
        )}
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

function ActButtons({ line, acts, then, onPart }: ButtonProps) {
  const go = useGo();
  const mayHold = useMay('arrival.hold');
  const { arrivalId } = line;
  const buttons = [
    line.state === 'waiting' && { label: 'Llamar', run: () => void then(acts.call()) },
    line.state !== 'attended' && { label: 'Empezar atención', run: () => void then(acts.attend()) },
    {
      label: 'Entregar…',
      run: () => {
        onPart('handOver');
      },
    },
    line.name !== null &&
      !line.hasCase && {
        label: 'Abrir ficha',
        run: () => {
          go('/llegadas/$arrivalId/ficha', { arrivalId });
        },
      },
    line.name !== null && {
      label: 'Ver y corregir datos',
      run: () => {
        go('/llegadas/$arrivalId', { arrivalId });
      },
    },
    !line.hasCase && {
      label: 'Se retiró',
      run: () => void then(acts.close({ outcome: 'left' }, 'se retiró')),
    },
    {
      label: 'Cerrar…',
      run: () => {
        onPart('end');
      },
    },
    mayHold && {
      label: line.mustCall ? 'Puede pasar' : 'Pedir que llamen a Coordinación',
      run: () => void then(acts.setHold(!line.mustCall)),
    },
  ];
  return (
    <div className={css.row}>
      {buttons.map(
        (button) =>
          button !== false && (
            <Button key={button.label} variant="default" aria-disabled={acts.busy} onClick={button.run}>
              {button.label}
            </Button>
          ),
      )}
    </div>
  );
}
