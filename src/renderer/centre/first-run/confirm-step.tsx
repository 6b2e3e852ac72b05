import { useMemo } from 'react';
import { useRead } from '../../platform/query.ts';
import { FormHead, useSectionForm } from '../../platform/forms/index.ts';
import { SheetForm, PlainButton, Panel, QueryState, ButtonRow } from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import { AskedGroups, blankGroups, groupsOf } from './asked-groups.tsx';
import { askedGroups, recoverySchema } from './recovery-draft.ts';
import { SetupPage } from './setup-page.tsx';

type Founded = { readonly recoveryKey: readonly string[]; readonly asked: readonly number[] };

type Props = {
  /** Null where the installation goes on after a lock. */
  readonly founded: Founded | null;
  readonly practice: boolean;
  readonly onBack: () => void;
  readonly onDone: () => void;
};

export function ConfirmStep({ founded, practice, onBack, onDone }: Props) {
  const founding = useRead(['centre', 'founding'], async (client) => (await client.getFounding({})).asked, {
    ...(founded === null ? {} : { initialData: [...founded.asked], staleTime: Infinity }),
  });
  return (
    <SetupPage step="confirm" title="Compruebe la clave con su papel" practice={practice}>
      <p>Escriba estos cuatro grupos mirando la hoja, no la pantalla. Con eso el registro queda listo para usarse.</p>
      <QueryState query={founding}>
        {(asked) => (
          <Groups
            key={asked.join()}
            asked={asked}
            recoveryKey={founded?.recoveryKey ?? null}
            onBack={onBack}
            onDone={onDone}
          />
        )}
      </QueryState>
    </SetupPage>
  );
}

type GroupsProps = Pick<Props, 'onBack' | 'onDone'> & {
  readonly asked: readonly number[];
  readonly recoveryKey: readonly string[] | null;
};

function Groups({ asked, recoveryKey, onBack, onDone }: GroupsProps) {
  const schema = useMemo(() => recoverySchema(asked, recoveryKey), [asked, recoveryKey]);
  const form = useSectionForm({ schema, defaultValues: blankGroups, id: 'recovery' });
  const confirm = () =>
    form.send((typed, client) => client.confirmRecoveryKey({ groups: groupsOf(asked, typed) }), {
      words: 'El registro está listo.',
      done: onDone,
    });
  return (
    <SheetForm className={css.main} onSend={confirm}>
      <FormHead form={form} order={askedGroups} />
      <Panel>
        <AskedGroups form={form} asked={asked} />
      </Panel>
      <ButtonRow busy={form.busy} label="Comprobar y terminar" meanwhile="Comprobando…">
        <PlainButton onClick={onBack}>Volver</PlainButton>
      </ButtonRow>
    </SheetForm>
  );
}
