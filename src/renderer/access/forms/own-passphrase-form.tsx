import { passwordProblem, passwordProblemWords, passwordSchema } from '../../../shared/access/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { withFailure } from '../../platform/failure-words.ts';
import { FormHead, useSectionForm } from '../../platform/forms/index.ts';
import { useSession } from '../../platform/session.tsx';
import { PassphraseControl } from '../passphrase-control.tsx';
import { atPasswordField } from './password-at-field.ts';
import { SheetForm, ButtonRow } from '../../platform/ui/index.ts';

const draftSchema = z
  .strictObject({ password: passwordSchema, newPassphrase: passwordSchema })
  .superRefine(({ password, newPassphrase }, context) => {
    const problem = passwordProblem(newPassphrase);
    if (problem !== null) {
      context.addIssue({ code: 'custom', path: ['newPassphrase'], message: passwordProblemWords[problem] });
    } else if (newPassphrase === password) {
      context.addIssue({
        code: 'custom',
        path: ['newPassphrase'],
        message: 'Elija una contraseña distinta de la actual.',
      });
    }
  });

const blank = { password: '', newPassphrase: '' };

type Props = {
  readonly currentLabel: string;
  readonly verb: string;
  readonly onChanged: () => void;
};

/** Changes the own passphrase: the current one, the new one, each shown on request. */
export function OwnPassphraseForm({ currentLabel, verb, onChanged }: Props) {
  const { staff } = useSession();
  const form = useSectionForm({ schema: draftSchema, defaultValues: blank, id: 'own-passphrase' });
  const suggest = staff.roles.includes('coordinator') || staff.roles.includes('technicalSupport') ? 5 : 4;
  const send = () =>
    form.send(
      ({ password, newPassphrase }, client) =>
        withFailure(client.changeOwnPassphrase({ newPassphrase }, { password }), atPasswordField),
      {
        done: () => {
          form.reset(blank);
          onChanged();
        },
      },
    );
  return (
    <SheetForm onSend={send}>
      <FormHead form={form} order={['password', 'newPassphrase']} />
      <PassphraseControl form={form} name="password" label={currentLabel} />
      <PassphraseControl
        form={form}
        name="newPassphrase"
        suggest={suggest}
        label="Contraseña nueva"
        hint="Al menos 15 caracteres. No la anote junto a la computadora."
      />
      <ButtonRow busy={form.busy} label={verb} meanwhile="Cambiando…" />
    </SheetForm>
  );
}
