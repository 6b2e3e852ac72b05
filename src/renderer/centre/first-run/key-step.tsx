import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { saveFile } from '../../platform/files.ts';
import { Notice, Panel } from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import { KeyGroups } from './key-groups.tsx';
import { SetupPage } from './setup-page.tsx';

type Props = {
  /** The 14 groups; null where the installation goes on after a lock, because they are shown once. */
  readonly groups: readonly string[] | null;
  readonly practice: boolean;
  readonly onNext: () => void;
};

type Saving = { readonly tone: 'done' | 'error'; readonly text: string };

export function KeyStep({ groups, practice, onNext }: Props) {
  const client = useClient();
  const [saving, setSaving] = useState<Saving | null>(null);
  const save = async () => {
    try {
      const { file } = await client.printRecoverySheet({});
      await saveFile(client, file);
      const text =
        'Hoja guardada. Imprímala, guárdela bajo llave fuera de esta oficina, borre el archivo PDF y márquelo como eliminado en «Registro de impresiones». El registro anota que se guardó, no dónde.';
      setSaving({ tone: 'done', text });
      announce(text);
    } catch (error) {
      setSaving({ tone: 'error', text: wordsOf(failureOf(error)) });
    }
  };
  return (
    <SetupPage step="key" title="Clave de recuperación" practice={practice}>
      <p>
        Abre el registro si todas las personas olvidan su contraseña: en la entrada, «Olvidamos las contraseñas». Se
        muestra una sola vez y el programa no la guarda.
      </p>
      <Panel>
        {groups === null ? (
          <Notice>
            La clave ya se mostró. Si tiene la hoja en papel, continúe. Si no cerró el programa, aún puede guardar la
            hoja.
          </Notice>
        ) : (
          <KeyGroups groups={groups} />
        )}
        {saving !== null && (
          <Notice tone={saving.tone}>
            <p role={saving.tone === 'error' ? 'alert' : 'status'}>{saving.text}</p>
          </Notice>
        )}
        <div className={css.row}>
          <Button variant="default" onClick={save}>
            Guardar hoja en PDF
          </Button>
        </div>
      </Panel>
      <div className={css.row}>
        <Button onClick={onNext}>Ya la tengo en papel</Button>
      </div>
    </SetupPage>
  );
}
