import { useEffect, useEffectEvent, useState } from 'react';
import type { Computers } from '../../shared/companions/index.ts';
import { announce } from '../platform/announce.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { Dialog, Facts, look, PlainButton, Told } from '../platform/ui/index.ts';
import css from './companions.module.css';
import { usePairingCode, useRefreshComputers } from './queries.ts';
import { leftWords } from './words.ts';

type Props = {
  readonly computers: Computers;
  readonly onClose: () => void;
  /** The code was used: closes by itself. */
  readonly onJoined: (name: string) => void;
};

/** Companions that were not there when the dialog opened. */
function useNewcomer({ companions }: Computers): string | null {
  const [before] = useState(() => new Set(companions.map(({ companionId }) => companionId)));
  return companions.find(({ companionId, mayConnect }) => mayConnect && !before.has(companionId))?.name ?? null;
}

/** The code as it is typed at the other computer, and how long it still counts. */
export function CodeDialog({ computers, onClose, onJoined }: Props) {
  const refresh = useRefreshComputers();
  const { data: offer } = usePairingCode(true, true);
  const newcomer = useNewcomer(computers);
  const act = useAct({ refresh });
  const isGone = offer === null;
  // Used, withdrawn in another window, or too late: the list says which.
  const [isOver, setOver] = useState(false);
  const readList = useEffectEvent(() => void refresh().then(() => setOver(true)));
  useEffect(() => {
    if (isGone) readList();
  }, [isGone]);
  const join = useEffectEvent((name: string) => {
    announce(`${name} se conectó.`);
    onJoined(name);
  });
  useEffect(() => {
    if (newcomer !== null) join(newcomer);
  }, [newcomer]);
  const withdraw = () =>
    void act.run((client) => client.withdrawPairing({}), {
      words: 'Código retirado: ya no conecta a ninguna.',
      done: onClose,
    });
  const { address, port } = computers.keeper;
  return (
    <Dialog
      opened
      title="Código para conectar otra computadora"
      cancel={{ label: 'Cerrar', onClick: onClose }}
      also={
        isGone ? undefined : (
          <PlainButton onClick={withdraw} aria-disabled={act.busy}>
            Retirar el código
          </PlainButton>
        )
      }
    >
      <div className={look.stack}>
        {offer === null || offer === undefined ? (
          isOver && (
            <Told role="status" tone="warning">
              El código ya no vale. Cierre y pida otro.
            </Told>
          )
        ) : (
          <>
            <p>En la otra computadora, abra Registro CEM, elija «Conectar esta computadora» y escriba:</p>
            <Facts
              of={[
                ['Dirección', <b key="address">{address ?? '—'}</b>],
                ['Puerto', <b key="port">{port}</b>],
              ]}
            />
            <Code groups={offer.groups} />
            <Left key={offer.until} until={Date.parse(offer.until)} />
            <p className={look.secondary}>
              Puede cerrar esta ventana. Deje su sesión abierta, en pausa si se aleja: al bloquear, el código deja de
              valer.
            </p>
          </>
        )}
        <ActProblem act={act} />
      </div>
    </Dialog>
  );
}

/** Letter by letter for who hears it, large for who sees it. */
function Code({ groups }: { readonly groups: readonly string[] }) {
  return (
    <p className={css.code}>
      <span className="visually-hidden">{`Código: ${groups.map((group) => group.replaceAll(/(.)(?=.)/g, '$1 ')).join(', ')}`}</span>
      {groups.map((group, index) => (
        <span key={index} aria-hidden="true">
          {group}
        </span>
      ))}
    </p>
  );
}

/** Counts down; said aloud by nobody, for it changes each second. */
function Left({ until }: { readonly until: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = leftWords(until, now);
  return (
    <p className={css.left}>{left === null ? 'Su tiempo se cumple.' : `Vale una vez, todavía ${left} minutos.`}</p>
  );
}
