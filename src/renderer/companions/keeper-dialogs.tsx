import { useState } from 'react';
import { portSchema, type Computers } from '../../shared/companions/index.ts';
import type { Failure } from '../../shared/platform/failures.ts';
import { PasswordAgainDialog } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import { wordsOf } from '../platform/failure-words.ts';
import { ActDialog } from '../platform/forms/index.ts';
import { OneOfField, look, NumberField, Told } from '../platform/ui/index.ts';
import { useRefreshComputers } from './queries.ts';
import { countWords } from './words.ts';

type Closing = { readonly onClose: () => void };

const wrongPort = 'Escriba un número de 1024 a 65535.';

type Errors = { readonly address?: string; readonly port?: string };

/** Address and port as chosen, with what is wrong with them. */
function usePlace({ address, addresses, port }: Computers['keeper']) {
  const first = addresses.find((one) => one.address === address) ?? addresses[0];
  const [chosen, setChosen] = useState<string | null>(first?.address ?? null);
  const [typed, setTyped] = useState<number | string | null>(port);
  const [errors, setErrors] = useState<Errors>({});
  const read = portSchema.safeParse(typed);
  const say = (said: Errors) => {
    setErrors(said);
    const field = said.address === undefined ? 'keeper-port' : 'keeper-address';
    if (said.address !== undefined || said.port !== undefined) document.getElementById(field)?.focus();
  };
  return {
    ...{ chosen, typed, errors, say },
    choose: (next: string | null) => {
      setChosen(next);
      setErrors({});
    },
    type: (next: number | string | null) => {
      setTyped(next);
      setErrors({});
    },
    at: chosen !== null && read.success ? { address: chosen, port: read.data } : null,
    isReady: () => {
      if (chosen === null) say({ address: 'Elija una dirección.' });
      else if (read.success) setErrors({});
      else say({ port: wrongPort });
      return chosen !== null && read.success;
    },
  };
}

/** Where others reach this computer; asks the own password again. */
export function TurnOnDialog({ keeper, onClose }: Closing & { readonly keeper: Computers['keeper'] }) {
  const refresh = useRefreshComputers();
  const place = usePlace(keeper);
  const takes = (failure: Failure) => {
    const words = wordsOf(failure);
    const isPort = failure.reason === 'port-taken';
    const isAddress = failure.reason === 'address-gone';
    if (isPort) place.say({ port: words });
    if (isAddress) {
      place.say({ address: words });
      void refresh();
    }
    return isPort || isAddress;
  };
  return (
    <PasswordAgainDialog
      title="¿Permitir que se conecten otras computadoras?"
      verb="Permitir"
      onCancel={onClose}
      isFilled={keeper.addresses.length > 0}
      isReady={place.isReady}
      takes={takes}
      onConfirm={async (password, client) => {
        if (place.at === null) return;
        await client.turnKeeperOn(place.at, { password });
        await refresh();
        announce('Ya se pueden conectar otras computadoras.');
        onClose();
      }}
    >
      <p>
        Elija la red del centro, por donde las otras llegan a esta. Solo entran las que usted conecte con un código.
      </p>
      {keeper.addresses.length === 0 ? (
        <Told tone="warning">
          Esta computadora no está en ninguna red. Conéctela al router del centro y vuelva a abrir esto.
        </Told>
      ) : (
        <OneOfField
          words={{ label: 'Dirección de esta computadora', id: 'keeper-address', error: place.errors.address }}
          options={keeper.addresses.map(({ address, network }) => ({
            code: address,
            label: `${address} · ${network}`,
          }))}
          value={place.chosen}
          onChange={place.choose}
        />
      )}
      <NumberField
        words={{
          ...{ label: 'Puerto', id: 'keeper-port', error: place.errors.port },
          hint: 'Déjelo así, salvo que soporte le diga otro.',
        }}
        value={place.typed}
        onChange={place.type}
      />
    </PasswordAgainDialog>
  );
}

export function TurnOffDialog({ count, onClose }: Closing & { readonly count: number }) {
  return (
    <ActDialog
      dangerous
      words={{
        ...{ title: '¿Dejar de aceptar otras computadoras?', send: 'Dejar de aceptar', sending: 'Un momento…' },
        ...{ cancel: 'Seguir aceptando', sent: 'Ya no se aceptan otras computadoras.' },
      }}
      send={(client) => client.turnKeeperOff({})}
      {...{ onClose, refresh: useRefreshComputers(), toTitle: true }}
    >
      {count === 0
        ? 'Ahora ninguna está en línea.'
        : `${countWords(count)} en línea se ${count === 1 ? 'corta' : 'cortan'} en este momento: lo que allí se escribe y no se envió espera a que se conecten otra vez.`}{' '}
      Siguen conectadas al centro: entran sin código cuando vuelva a permitirlo.
    </ActDialog>
  );
}

/** Asks for a code; the own password first. */
export function OfferDialog({ onClose, onOffered }: Closing & { readonly onOffered: () => void }) {
  const refresh = useRefreshComputers();
  return (
    <PasswordAgainDialog
      title="Conectar otra computadora"
      verb="Mostrar el código"
      onCancel={onClose}
      onConfirm={async (password, client) => {
        await client.offerPairing({}, { password });
        await refresh();
        onOffered();
      }}
    >
      <div className={look.stack}>
        <p>
          Aparecerá un código que vale una vez, durante diez minutos. Quien lo escriba en la otra computadora la conecta
          a este registro: muéstrelo solo a quien está con usted.
        </p>
      </div>
    </PasswordAgainDialog>
  );
}
