import { useEffect, useRef } from 'react';
import { useAct } from '../platform/forms/index.ts';
import { focusOpened, PlainButton, look, Told } from '../platform/ui/index.ts';

type Props = {
  /** Runs the act again that waited for the consent. */
  readonly onAccepted: () => void;
};

/** A real centre in a browser: the person at the keyboard says yes once per start of the program. */
export function BrowserConsent({ onAccepted }: Props) {
  const act = useAct();
  const button = useRef<HTMLButtonElement>(null);
  // It may open far from what was pressed.
  useEffect(() => void focusOpened(button.current), []);
  const accept = () => act.run((client) => client.acceptBrowser({}), { done: onAccepted });
  return (
    <div className={look.stack}>
      <Told role="alert" tone="warning">
        {act.problem ??
          'Este registro es real y se abrirá en un navegador. Cierre las demás pestañas y no deje esta ventana sin atención.'}
      </Told>
      <div className={look.row}>
        <PlainButton ref={button} onClick={() => void accept()}>
          Continuar en el navegador
        </PlainButton>
      </div>
    </div>
  );
}
