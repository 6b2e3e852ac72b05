import { Button } from '@mantine/core';
import { useState } from 'react';
import { loginSchema, passwordSchema } from '../../shared/access/index.ts';
import {
  backupContract,
  backupReasons,
  copyKeySchema,
  type CopyKey,
  type RestorePreview,
} from '../../shared/backup/index.ts';
import type { Failure } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import { PassphraseControl } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { withFailure } from '../platform/failure-words.ts';
import { summaryOf, TextControl, useSectionForm, type SectionForm } from '../platform/forms/index.ts';
import { ErrorSummary, Notice, Panel } from '../platform/ui/index.ts';
import css from './backup.module.css';
import { RestorePreviewStep } from './restore-preview.tsx';

/** What is asked on the first page: the copy, and a password of it or the paper. */
const byPasswordSchema = z.strictObject({
  folder: backupContract.previewRestore.input.shape.folder,
  login: loginSchema,
  password: passwordSchema,
  key: z.string(),
});
const byPaperSchema = z.strictObject({
  folder: backupContract.previewRestore.input.shape.folder,
  login: z.string(),
  password: z.string(),
  key: copyKeySchema.options[1].shape.key,
});
type Draft = z.infer<typeof byPaperSchema>;
const blank: Draft = { folder: '', login: '', password: '', key: '' };

const folderWords: Readonly<Record<string, string>> = {
  'copy-folder-missing': backupReasons['copy-folder-missing'],
  'copy-incomplete': 'Aquí no hay una copia completa. Elija una carpeta cuyo nombre empieza con «backup-».',
  'copy-damaged': 'La copia no pasó la revisión. Elija otra.',
};

/** A folder that is no copy belongs to its field; a refused pair is said as at sign-in. */
function atFields(failure: Failure): Failure {
  const message = folderWords[failure.reason ?? ''];
  return message === undefined ? failure : { ...failure, issues: [{ path: 'folder', message }] };
}

function keyOf(draft: Draft, isPaper: boolean): CopyKey {
  return isPaper
    ? { kind: 'recoveryKey', key: draft.key }
    : { kind: 'password', login: draft.login, password: draft.password };
}

export type ChosenSet = { readonly folder: string; readonly by: CopyKey; readonly preview: RestorePreview };

type Props = {
  /** Folder that stands in its field at first. */
  readonly from?: string;
  readonly onBack: () => void;
  readonly onRestored: () => void;
};

/** «Recuperar desde una copia»: first what it would change is said, then it is done. */
export function RestoreForm({ from = '', onBack, onRestored }: Props) {
  const [chosen, setChosen] = useState<ChosenSet | null>(null);
  const [aside, setAside] = useState<string | null | undefined>();
  if (aside !== undefined) {
    return (
      <Notice tone="done" action={{ label: 'Ir a entrar', onClick: onRestored }}>
        <p role="status">
          Registro recuperado y revisado. Entre con su usuario y contraseña, y elija de nuevo la carpeta de las copias.
          {aside !== null && ` Lo que había está aparte, en «${aside}», 30 días.`}
        </p>
      </Notice>
    );
  }
  if (chosen !== null) {
    return (
      <RestorePreviewStep
        chosen={chosen}
        onBack={() => {
          setChosen(null);
        }}
        onRestored={setAside}
      />
    );
  }
  return <SetStep from={from} onBack={onBack} onChosen={setChosen} />;
}

type SetProps = {
  readonly from: string;
  readonly onBack: () => void;
  readonly onChosen: (set: ChosenSet) => void;
};

function SetStep({ from, onBack, onChosen }: SetProps) {
  const client = useClient();
  const [isPaper, setIsPaper] = useState(false);
  const start = { ...blank, folder: from };
  const byPassword = useSectionForm({ schema: byPasswordSchema, defaultValues: start, id: 'restore' });
  const byPaper = useSectionForm({ schema: byPaperSchema, defaultValues: start, id: 'restore' });
  const form = isPaper ? byPaper : byPassword;
  const busy = form.busy;
  const review = async () => {
    if (busy) return;
    announce('Revisando la copia…');
    await form.send(async (draft) => {
      const asked = { folder: draft.folder, by: keyOf(draft, isPaper) };
      const preview = await withFailure(client.previewRestore(asked), atFields);
      announce('La copia pasó la revisión.');
      onChosen({ ...asked, preview });
    });
  };
  return (
    <form
      className={css.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void review();
      }}
    >
      <p>La copia se revisa completa y no cambia. Antes de reponerla se dice qué faltaría.</p>
      <ErrorSummary items={summaryOf(form, ['folder', 'login', 'password', 'key'])} attempt={form.attempt} />
      {form.problem !== null && (
        <Notice tone="error">
          <p role="alert">{form.problem}</p>
        </Notice>
      )}
      <Panel>
        <TextControl
          form={form}
          name="folder"
          spellCheck={false}
          words={{
            label: 'Carpeta de la copia',
            hint: 'La ruta completa de la copia más nueva, por ejemplo «E:\\Copias CEM\\backup-20260905t150000z-120».',
          }}
        />
        {isPaper ? <PaperKey form={form} /> : <PasswordKey form={form} />}
        <KeySwitch
          isPaper={isPaper}
          onSwitch={() => {
            (isPaper ? byPassword : byPaper).setValue('folder', form.getValues('folder'));
            setIsPaper(!isPaper);
          }}
        />
      </Panel>
      <div className={css.row}>
        <Button type="submit" aria-disabled={busy}>
          {busy ? 'Revisando…' : 'Revisar la copia'}
        </Button>
        <Button variant="default" onClick={onBack}>
          Volver
        </Button>
      </div>
    </form>
  );
}

function PasswordKey({ form }: { readonly form: SectionForm<Draft> }) {
  return (
    <>
      <TextControl
        form={form}
        name="login"
        width="medium"
        spellCheck={false}
        autoCapitalize="none"
        words={{ label: 'Usuario', hint: 'De una persona que ya estaba en la copia.' }}
      />
      <PassphraseControl form={form} name="password" words={{ label: 'Contraseña' }} />
    </>
  );
}

function PaperKey({ form }: { readonly form: SectionForm<Draft> }) {
  return (
    <TextControl
      form={form}
      name="key"
      spellCheck={false}
      autoCapitalize="characters"
      words={{ label: 'Clave de recuperación', hint: 'Los 14 grupos de la hoja, con o sin guiones.' }}
    />
  );
}

function KeySwitch({ isPaper, onSwitch }: { readonly isPaper: boolean; readonly onSwitch: () => void }) {
  return (
    <Button variant="subtle" size="compact-sm" onClick={onSwitch}>
      {isPaper ? 'Usar usuario y contraseña' : 'Olvidamos las contraseñas: usar la clave de recuperación'}
    </Button>
  );
}
