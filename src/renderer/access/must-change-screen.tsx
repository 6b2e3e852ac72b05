import { announce } from '../platform/announce.ts';
import { useSession, useSessionAccess } from '../platform/session.tsx';
import { OwnPassphraseForm } from './forms/own-passphrase-form.tsx';
import { PracticeMark } from './practice-mark.tsx';
import { useFocusAtOnce } from '../platform/ui/index.ts';

/** First sign-in with a passphrase that somebody handed over: nothing else until it is the person's own. */
export function MustChangeScreen() {
  const session = useSession();
  const { open } = useSessionAccess();
  const title = useFocusAtOnce<HTMLHeadingElement>();
  return (
    <>
      {session.isPractice && <PracticeMark />}
      <h2 tabIndex={-1} ref={title}>
        Elija su contraseña
      </h2>
      <p>La que le entregaron sirve una sola vez. Elija una que solo usted conozca.</p>
      <OwnPassphraseForm
        currentLabel="Contraseña que le entregaron"
        verb="Cambiar y continuar"
        onChanged={() => {
          announce('Contraseña cambiada.');
          open({ ...session, mustChangePassword: false });
        }}
      />
    </>
  );
}
