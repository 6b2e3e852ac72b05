import { Button } from '@mantine/core';
import { Panel } from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import { SetupPage } from './setup-page.tsx';

type Props = {
  readonly onCreate: () => void;
  readonly onRestore: () => void;
  /** Nobody remembers a password: the copy is opened with the paper. */
  readonly onRestoreByPaper: () => void;
};

export function StartStep({ onCreate, onRestore, onRestoreByPaper }: Props) {
  return (
    <SetupPage step="start" title="Aún no hay un registro en esta computadora" practice={false}>
      <p>
        El registro queda cifrado en el disco de esta computadora. No sale a Internet. Solo lo abre el personal del
        centro, cada persona con su propia contraseña.
      </p>
      <div className={css.choices}>
        <Panel title="Centro nuevo">
          <p>Tenga a mano el nombre y el código del centro, una impresora y papel para la clave de recuperación.</p>
          <div>
            <Button onClick={onCreate}>Crear registro del centro</Button>
          </div>
        </Panel>
        <Panel title="Centro que ya tenía registro">
          <p>
            Trae el registro de una copia verificada. Necesita el usuario y la contraseña de una persona del centro, o
            la hoja de la clave de recuperación si nadie los recuerda.
          </p>
          <div>
            <Button variant="default" onClick={onRestore}>
              Recuperar desde una copia
            </Button>
          </div>
          <div>
            <Button variant="default" onClick={onRestoreByPaper}>
              Olvidamos las contraseñas
            </Button>
          </div>
        </Panel>
      </div>
    </SetupPage>
  );
}
