import { Button } from '@mantine/core';
import { PlaceDoor, PlaceNotices } from '../../access/index.ts';
import { PlainButton, Panel } from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import { SetupPage } from './setup-page.tsx';

type Props = {
  readonly practice: boolean;
  /** The other place can be opened from here. */
  readonly hasPlaces: boolean;
  readonly onCreate: () => void;
  readonly onRestore: () => void;
  /** Nobody remembers a password: the copy is opened with the paper. */
  readonly onRestoreByPaper: () => void;
  /** Another computer of the centre keeps the record. */
  readonly onJoin: () => void;
};

const titles = {
  real: 'Aún no hay un registro en esta computadora',
  practice: 'Aún no hay un registro de práctica en esta computadora',
} as const;

/** The other place, in a panel of its own. */
function OtherPlace({ practice }: { readonly practice: boolean }) {
  return (
    <div className={css.apart}>
      <Panel title={practice ? 'Registro del centro' : 'Practicar'}>
        <p>
          {practice
            ? 'Está aparte, en otra carpeta. Nada de lo que haga aquí llega a él.'
            : 'Con personas inventadas, en otra carpeta: nada de lo que haga ahí llega al registro del centro.'}
        </p>
        <div>
          <PlaceDoor variant="default" />
        </div>
      </Panel>
    </div>
  );
}

export function StartStep({ practice, hasPlaces, onCreate, onRestore, onRestoreByPaper, onJoin }: Props) {
  return (
    <SetupPage step="start" title={titles[practice ? 'practice' : 'real']} practice={practice}>
      <p>
        El registro queda cifrado en el disco de esta computadora. No sale a Internet. Solo lo abre el personal del
        centro, cada persona con su propia contraseña.
      </p>
      <PlaceNotices />
      <div className={css.choices}>
        <Panel title="Centro nuevo">
          <p>Tenga a mano el nombre y el código del centro, una impresora y papel para la clave de recuperación.</p>
          <div>
            <Button onClick={onCreate}>{practice ? 'Crear registro de práctica' : 'Crear registro del centro'}</Button>
          </div>
        </Panel>
        <Panel title="Centro que ya tenía registro">
          <p>
            Trae el registro de una copia verificada. Necesita el usuario y la contraseña de una persona del centro, o
            la hoja de la clave de recuperación si nadie los recuerda.
          </p>
          <div>
            <PlainButton onClick={onRestore}>Recuperar desde una copia</PlainButton>
          </div>
          <div>
            <PlainButton onClick={onRestoreByPaper}>Olvidamos las contraseñas</PlainButton>
          </div>
        </Panel>
        {!practice && (
          <Panel title="Otra computadora guarda el registro">
            <p>
              Desde esta se trabaja con ese mismo registro, por la red del centro. Tenga a mano el código que da
              Coordinación en la otra.
            </p>
            <div>
              <PlainButton onClick={onJoin}>Conectar esta computadora</PlainButton>
            </div>
          </Panel>
        )}
        {hasPlaces && <OtherPlace practice={practice} />}
      </div>
    </SetupPage>
  );
}
