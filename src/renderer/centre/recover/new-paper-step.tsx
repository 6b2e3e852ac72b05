import { useMemo } from 'react';
import { recoverySheetName } from '../../../shared/centre/index.ts';
import { useClient, type Output } from '../../platform/client.ts';
import { bytesOf, downloadBytes } from '../../platform/files.ts';
import { FormHead, useSectionForm, type ActClient } from '../../platform/forms/index.ts';
import { SheetForm, PlainButton, Panel, ButtonRow } from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import { AskedGroups, blankGroups, groupsOf } from '../first-run/asked-groups.tsx';
import { KeyGroups, SaveSheet } from '../first-run/key-groups.tsx';
import { askedGroups, recoverySchema } from '../first-run/recovery-draft.ts';
import type { Begun } from './old-paper-step.tsx';

type Finished = Output<'finishRecovery'>;

type Props = {
  readonly begun: Begun;
  readonly onBack: () => void;
  readonly onDone: (finished: Finished) => void;
};

const file = { name: recoverySheetName, mediaType: 'application/pdf' };
const savedWords =
  'Hoja guardada. Imprímala dos veces, ponga cada hoja en un sobre cerrado y borre el archivo PDF de esta computadora.';

async function saveSheet(client: ActClient): Promise<void> {
  const { handedBack } = await client.saveRecoverySheet({});
  if (handedBack !== null) downloadBytes(bytesOf(handedBack), file);
}

export function NewPaperStep({ begun: { recoveryKey, asked }, onBack, onDone }: Props) {
  const client = useClient();
  const schema = useMemo(() => recoverySchema(asked, recoveryKey), [asked, recoveryKey]);
  const form = useSectionForm({ schema, defaultValues: blankGroups, id: 'recovery' });
  const busy = form.busy;

  const finish = async () => {
    const answer: { finished?: Finished } = {};
    const sent = await form.send(async (typed) => {
      answer.finished = await client.finishRecovery({ groups: groupsOf(asked, typed) });
    });
    if (sent && answer.finished !== undefined) onDone(answer.finished);
  };

  return (
    <SheetForm className={css.main} onSend={finish}>
      <p>
        La clave de antes dejará de servir. Esta es la nueva: se muestra una sola vez y el programa no la guarda.
        Póngala en papel y escriba después los cuatro grupos que se piden.
      </p>
      <Panel title="Clave nueva">
        <KeyGroups groups={recoveryKey} />
        <SaveSheet savedWords={savedWords} save={saveSheet} />
      </Panel>
      <FormHead form={form} order={askedGroups} />
      <Panel title="Escriba estos 4 grupos mirando el papel nuevo">
        <AskedGroups form={form} asked={asked} />
      </Panel>
      <Panel title="Qué pasará">
        <ol className={css.numbered}>
          <li>Usted entra con la contraseña nueva; la de antes y el papel de antes dejan de servir.</li>
          <li>
            El registro se cifra otra vez con una llave nueva. Puede tardar unos minutos: no apague la computadora.
          </li>
          <li>Las copias hechas antes se abren todavía con lo de antes: haga una copia nueva y destruya las viejas.</li>
          <li>Queda en la bitácora, y cada persona lo lee la próxima vez que entra.</li>
        </ol>
      </Panel>
      <ButtonRow busy={busy} label="Terminar y entrar" meanwhile="Cifrando otra vez…">
        <PlainButton onClick={onBack}>Volver</PlainButton>
      </ButtonRow>
    </SheetForm>
  );
}
