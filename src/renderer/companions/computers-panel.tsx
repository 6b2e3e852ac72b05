/** «Computadoras»: which one keeps the record, which ones are connected to it, and who was not let in. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { refusalLabels, type Computers } from '../../shared/companions/index.ts';
import { useMay, useMayStore } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { EmptyState, Facts, look, Panel, PlainButton, QueryState, Told } from '../platform/ui/index.ts';
import { CodeDialog } from './code-dialog.tsx';
import css from './companions.module.css';
import { CompanionTable } from './companion-table.tsx';
import { OfferDialog, TurnOffDialog, TurnOnDialog } from './keeper-dialogs.tsx';
import { useComputers, usePairingCode } from './queries.ts';
import { placeWords } from './words.ts';

export function ComputersPanel() {
  const may = useMay('companions.read');
  if (!may) return <EmptyState>Las computadoras del centro no corresponden a su función.</EmptyState>;
  return <Loaded />;
}

function Loaded() {
  const computers = useComputers();
  return <QueryState query={computers}>{(data) => <Whole computers={data} />}</QueryState>;
}

function Whole({ computers }: { readonly computers: Computers }) {
  const manages = useMayStore('companions.manage') && computers.isKeeper;
  return (
    <div className={look.stack}>
      <KeeperPanel computers={computers} manages={manages} />
      <CompanionTable computers={computers} manages={manages} />
      <RefusedPanel refused={computers.refused} />
    </div>
  );
}

type Opened = 'on' | 'off' | 'offer' | 'code';

/** The one that keeps the record, and the acts on who may connect. */
function KeeperPanel({ computers, manages }: { readonly computers: Computers; readonly manages: boolean }) {
  const { keeper, isKeeper, here } = computers;
  const [joined, setJoined] = useState<string | null>(null);
  const mayManage = useMay('companions.manage');
  return (
    <Panel title="La que guarda el registro">
      <Facts
        of={[
          ['Computadora', keeper.name],
          ['Otras computadoras', keeper.isOn ? `Pueden conectarse en ${placeWords(keeper)}` : 'No pueden conectarse'],
          !isKeeper && ['Usted está en', `${here}, computadora conectada`],
        ]}
      />
      {joined !== null && <Told tone="done">{`${joined} se conectó. Ya se puede entrar en ella.`}</Told>}
      <p className={look.secondary}>{meaning[keeper.isOn ? 'on' : 'off']}</p>
      {mayManage && !isKeeper && <p>{`Conectar y desconectar computadoras se hace en ${keeper.name}.`}</p>}
      {manages && <KeeperActs computers={computers} onJoined={setJoined} />}
    </Panel>
  );
}

const meaning = {
  on: 'Las conectadas trabajan con su registro mientras el programa está abierto en ella.',
  off: 'Si se permite, otras computadoras del centro trabajan con este mismo registro, por la red. Solo entran las que Coordinación conecte con un código.',
} as const;

type ActsProps = { readonly computers: Computers; readonly onJoined: (name: string | null) => void };

function KeeperActs({ computers, onJoined }: ActsProps) {
  const { keeper, companions } = computers;
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const open = (what: Opened) => () => {
    onJoined(null);
    setOpened(what);
  };
  return (
    <>
      <div className={look.row}>
        {keeper.isOn ? (
          <>
            <Button onClick={open('offer')}>Conectar otra computadora…</Button>
            <StandingCode onOpen={open('code')} />
            <PlainButton onClick={open('off')}>Dejar de aceptar…</PlainButton>
          </>
        ) : (
          <Button onClick={open('on')}>Permitir que se conecten otras computadoras…</Button>
        )}
      </div>
      {opened === 'on' && <TurnOnDialog keeper={keeper} onClose={close} />}
      {opened === 'off' && <TurnOffDialog count={companions.filter((one) => one.isConnected).length} onClose={close} />}
      {opened === 'offer' && <OfferDialog onClose={close} onOffered={() => setOpened('code')} />}
      {opened === 'code' && (
        <CodeDialog
          computers={computers}
          onClose={close}
          onJoined={(name) => {
            close();
            onJoined(name);
          }}
        />
      )}
    </>
  );
}

/** A code given before still counts. */
function StandingCode({ onOpen }: { readonly onOpen: () => void }) {
  const { data: offer } = usePairingCode(true);
  if (offer === null || offer === undefined) return null;
  return <PlainButton onClick={onOpen}>Ver el código</PlainButton>;
}

/** Who tried and was not let in, since the program was opened. */
function RefusedPanel({ refused }: Pick<Computers, 'refused'>) {
  if (refused.length === 0) return null;
  return (
    <Panel title="No se aceptó">
      <ul className={css.refused}>
        {refused.map(({ why, address, name, times, lastAt }) => (
          <li key={`${why} ${address} ${name ?? ''}`}>
            <span>{`${refusalLabels[why]} · ${name === null ? address : `${name}, ${address}`}`}</span>
            <span className={look.secondary}>
              {times === 1 ? inLima(lastAt) : `${times} veces, la última ${inLima(lastAt)}`}
            </span>
          </li>
        ))}
      </ul>
      <p className={look.secondary}>
        {`Desde que se abrió el programa. No leyeron nada. Si no sabe qué ${refused.length === 1 ? 'computadora es' : 'computadoras son'}, avise a soporte.`}
      </p>
    </Panel>
  );
}
