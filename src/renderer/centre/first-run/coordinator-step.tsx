import { BrowserConsent, PassphraseControl, StaffFields, staffOrder, type StaffDraft } from '../../access/index.ts';
import { FormHead, type SectionForm } from '../../platform/forms/index.ts';
import { PlainButton, Panel, ButtonRow } from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import { SetupPage } from './setup-page.tsx';

type Props = {
  readonly form: SectionForm<StaffDraft>;
  readonly practice: boolean;
  /** The application waits for a yes to a real centre in a browser. */
  readonly waitsForBrowser: boolean;
  readonly onBack: () => void;
  readonly onFound: () => Promise<void>;
};

export function CoordinatorStep({ form, practice, waitsForBrowser, onBack, onFound }: Props) {
  const busy = form.busy;
  const found = async () => {
    if (!busy) await onFound();
  };
  return (
    <SetupPage step="coordinator" title="Primera persona de Coordinación" practice={practice}>
      <p>Es quien crea el registro. Debe tener la función de Coordinación y puede tener otras.</p>
      <FormHead form={form} order={staffOrder} />
      {waitsForBrowser && <BrowserConsent onAccepted={() => void found()} />}
      <form className={css.main} noValidate onSubmit={(event) => event.preventDefault()}>
        <Panel>
          <StaffFields form={form} />
          <PassphraseControl
            form={form}
            name="passphrase"
            suggest={5}
            label="Contraseña"
            hint="Al menos 15 caracteres. La frase que se propone es difícil de adivinar y fácil de leer en voz alta."
          />
        </Panel>
        <ButtonRow busy={busy} label="Crear el registro" meanwhile="Creando el registro…" onClick={found}>
          <PlainButton onClick={onBack}>Volver</PlainButton>
        </ButtonRow>
      </form>
    </SetupPage>
  );
}
