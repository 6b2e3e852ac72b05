import { Button } from '@mantine/core';
import { useState } from 'react';
import { saveFile } from '../platform/files.ts';
import { useAct } from '../platform/forms/index.ts';
import { useGo } from '../platform/routes.ts';
import { inLima } from '../platform/times.ts';
import { PlainButton, look, Told, Panel } from '../platform/ui/index.ts';
import css from './access.module.css';
import type { Handed } from './decision-dialog.tsx';

type Props = { readonly text: string; readonly handed: Handed | null; readonly onClose: () => void };

/** How a decision ended; a secret is shown once, to be handed over in person. */
export function HandedOver({ text, handed, onClose }: Props) {
  const go = useGo();
  if (handed === null) {
    return (
      <Told tone="done" action={{ label: 'Cerrar aviso', onClick: onClose }}>
        {text}
      </Told>
    );
  }
  const { passphrase, validUntil } = handed;
  return (
    <Panel title={validUntil === null ? 'Contraseña de un solo uso' : 'Código para entrar una vez'}>
      <p>
        {text}{' '}
        {validUntil === null
          ? 'Entregue esta contraseña en persona. Se muestra una sola vez; quien la recibe debe cambiarla al entrar.'
          : `Entregue este código en persona, impreso o escrito. Se muestra una sola vez y vale hasta el ${inLima(validUntil)}; con él, su dueña elige su contraseña al entrar.`}
      </p>
      <p className={css.phrase}>{passphrase}</p>
      <div className={look.row}>
        {handed.sheet !== null && <SaveSheet sheet={handed.sheet} />}
        <Button
          onClick={() => {
            onClose();
            go('/aprobaciones');
          }}
        >
          Ya la entregué
        </Button>
      </div>
    </Panel>
  );
}

function SaveSheet({ sheet }: { readonly sheet: NonNullable<Handed['sheet']> }) {
  const act = useAct();
  const [saved, setSaved] = useState('');
  const save = () =>
    act.run((client) => saveFile(client, sheet), {
      words: 'Hoja guardada. Imprímala, entréguela y borre el archivo; márquelo en «Registro de impresiones».',
      done: (_number, words) => setSaved(words),
    });
  const said = act.problem ?? saved;
  return (
    <>
      <PlainButton onClick={() => void save()}>Guardar la hoja para imprimir</PlainButton>
      {said !== '' && (
        <span className={css.below} role={act.problem === null ? 'status' : 'alert'}>
          {said}
        </span>
      )}
    </>
  );
}
