import { Button } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { Notice } from '../platform/ui/index.ts';
import css from './access.module.css';

type Props = {
  /** Runs the act again that waited for the consent. */
  readonly onAccepted: () => void;
};

/** A real centre in a browser: the person at the keyboard says yes once per start of the program. */
export function BrowserConsent({ onAccepted }: Props) {
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const accept = async () => {
    try {
      await client.acceptBrowser({});
      onAccepted();
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
  };
  return (
    <div className={css.stack}>
      <Notice tone="warning">
        <p role="alert">
          {problem ??
            'Este registro es real y se abrirá en un navegador. Cierre las demás pestañas y no deje esta ventana sin atención.'}
        </p>
      </Notice>
      <div className={css.row}>
        <Button variant="default" onClick={accept}>
          Continuar en el navegador
        </Button>
      </div>
    </div>
  );
}
