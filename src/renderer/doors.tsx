/** Ways from the locked page to another one and back: addresses, so that the keys of the browser work. */
import { Button } from '@mantine/core';
import { useSyncExternalStore, type ReactNode } from 'react';
import { codesOf } from '../shared/platform/codes-of.ts';
import { useLine } from './platform/line/index.ts';
import { look } from './platform/ui/index.ts';

const addresses = {
  /** «Olvidamos las contraseñas». */
  recover: '#/recuperar',
  /** «Esta computadora guardará el registro», at a companion whose line is down. */
  'take-over': '#/guardar-aqui',
} as const;

type Name = keyof typeof addresses;

function openDoor(): Name | null {
  const names = codesOf(addresses);
  return names.find((name) => addresses[name] === window.location.hash) ?? null;
}

/** Paper that just opened a copy, until the page is left; in the memory of this window only. */
let paper = '';

function follow(listener: () => void): () => void {
  const onHash = () => {
    if (openDoor() !== 'recover') paper = '';
    listener();
  };
  window.addEventListener('hashchange', onHash);
  return () => window.removeEventListener('hashchange', onHash);
}

/** Goes to «Olvidamos las contraseñas» from a copy that the paper opened: nobody types the 14 groups twice. */
export function recoverWith(recoveryKey: string): void {
  paper = recoveryKey;
  window.location.hash = addresses.recover;
}

type Door = { readonly open: Name | null; readonly recoveryKey: string; readonly leave: () => void };

/** Which one the locked window shows, and how to leave it. */
export function useDoor(): Door {
  const open = useSyncExternalStore(follow, openDoor);
  return {
    open,
    recoveryKey: paper,
    leave: () => {
      paper = '';
      window.location.hash = '#/';
    },
  };
}

/** At a companion, while the computer that keeps the record does not answer: what to do first, and what if that is no more. */
export function KeeperAway() {
  const line = useLine();
  if (line?.state !== 'down') return null;
  return (
    <>
      <p className={look.secondary}>
        {`Encienda ${line.keeper} y abra allí Registro CEM: esta se conecta por sí sola. Solo si se dañó o no va a volver:`}
      </p>
      <div className={look.row}>
        <DoorLink to="take-over">Guardar el registro en esta computadora</DoorLink>
      </div>
    </>
  );
}

/** Stands under «Entrar». */
export function DoorLink({ to, children }: { readonly to: Name; readonly children: ReactNode }) {
  return (
    <Button component="a" href={addresses[to]} variant="subtle" size="compact-sm">
      {children}
    </Button>
  );
}
