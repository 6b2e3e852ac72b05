/** The way from «Entrar» to «Olvidamos las contraseñas» and back: an address, so that the keys of the browser work. */
import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';

const address = '#/recuperar';
const isHere = () => window.location.hash === address;

/** Paper that just opened a copy, until the page is left; in the memory of this window only. */
let paper = '';

function follow(listener: () => void): () => void {
  const onHash = () => {
    if (!isHere()) paper = '';
    listener();
  };
  window.addEventListener('hashchange', onHash);
  return () => window.removeEventListener('hashchange', onHash);
}

/** Goes there from a copy that the paper opened: nobody types the 14 groups twice. */
export function recoverWith(recoveryKey: string): void {
  paper = recoveryKey;
  window.location.hash = address;
}

type Door = { readonly isOpen: boolean; readonly recoveryKey: string; readonly leave: () => void };

/** Whether the locked window shows «Olvidamos las contraseñas», and how to leave it. */
export function useRecoverDoor(): Door {
  const isOpen = useSyncExternalStore(follow, isHere);
  return {
    isOpen,
    recoveryKey: paper,
    leave: () => {
      paper = '';
      window.location.hash = '#/';
    },
  };
}

/** The link that opens it, under «Entrar». */
export function RecoverLink() {
  return (
    <Button component="a" href={address} variant="subtle" size="compact-sm">
      Olvidamos las contraseñas
    </Button>
  );
}
