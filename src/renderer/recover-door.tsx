/** The way from «Entrar» to «Olvidamos las contraseñas» and back: an address, so that the keys of the browser work. */
import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';

const address = '#/recuperar';

function follow(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

/** Whether the locked window shows «Olvidamos las contraseñas», and how to leave it. */
export function useRecoverDoor(): { readonly isOpen: boolean; readonly leave: () => void } {
  const isOpen = useSyncExternalStore(follow, () => window.location.hash === address);
  return {
    isOpen,
    leave: () => {
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
