import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
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
import { withFailure, wordsOf } from '../platform/failure-words.ts';
import { FormHead, TextControl, useSectionForm, type SectionForm } from '../platform/forms/index.ts';
import { PlainButton, SheetForm, look, Notice, Panel } from '../platform/ui/index.ts';
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
  'copy-incomplete': backupReasons['copy-incomplete'],
  'copy-damaged': 'La copia no pasó la revisión. Elija otra.',
};

/** A folder that is no copy belongs to its field, as a refused paper to its own; a refused pair is said as at sign-in. */
function atFields(failure: Failure, isPaper: boolean): Failure {
  if (isPaper && failure.code === 'wrong-secret')
    return { ...failure, issues: [{ path: 'key', message: wordsOf(failure) }] };
  const message = folderWords[failure.reason ?? ''];
  return message === undefined ? failure : { ...failure, issues: [{ path: 'folder', message }] };
}

const labels = {
  folder: 'Carpeta de la copia',
  login: 'Usuario',
  password: 'Contraseña',
  key: 'Clave de recuperación',
} as const;

function keyOf(draft: Draft, isPaper: boolean): CopyKey {
  return isPaper
    ? { kind: 'recoveryKey', key: draft.key }
    : { kind: 'password', login: draft.login, password: draft.password };
}

export type ChosenSet = { readonly by: CopyKey; readonly preview: RestorePreview };

type Props = {
  /** Folder that stands in its field at first. */
  readonly from?: string;
  /** The paper is asked for first, not a user and a password. */
  readonly byPaper?: boolean;
  readonly onBack: () => void;
  readonly onRestored: () => void;
  /** The paper opened the copy: nobody may know a password, and the same paper gives one. */
  readonly onRecover: (recoveryKey: string) => void;
};

/** «Recuperar desde una copia»: first what it would change is said, then it is done. */
export function RestoreForm({ from = '', byPaper = false, onBack, onRestored, onRecover }: Props) {
  const [chosen, setChosen] = useState<ChosenSet | null>(null);
  const [aside, setAside] = useState<string | null | undefined>();
  if (aside !== undefined) {
    const by = chosen?.by;
    return by?.kind === 'recoveryKey' ? (
      <Restored
        words="Registro recuperado y revisado. Ahora ponga una contraseña nueva con la misma hoja; si alguien recuerda la suya, entre con ella. Después elija de nuevo la carpeta de las copias."
        aside={aside}
        next={{ label: 'Poner una contraseña nueva', onClick: () => onRecover(by.key) }}
        onEnter={onRestored}
      />
    ) : (
      <Restored
        words="Registro recuperado y revisado. Entre con su usuario y contraseña, y elija de nuevo la carpeta de las copias."
        aside={aside}
        next={{ label: 'Ir a entrar', onClick: onRestored }}
      />
    );
  }
  if (chosen !== null) {
    return <RestorePreviewStep chosen={chosen} onBack={() => setChosen(null)} onRestored={setAside} />;
  }
  return <SetStep from={from} byPaper={byPaper} onBack={onBack} onChosen={setChosen} />;
}

type RestoredProps = {
  readonly words: string;
  readonly aside: string | null;
  readonly next: { readonly label: string; readonly onClick: () => void };
  /** Another way on, where signing in is not the next thing. */
  readonly onEnter?: () => void;
};

/** It is done: what was there, and what comes next. The button that was pressed is gone, so the words take the focus. */
function Restored({ words, aside, next, onEnter }: RestoredProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className={look.stack} ref={box} tabIndex={-1}>
      <Notice tone="done">
        <p role="status">
          {words}
          {aside !== null && ` Lo que había está aparte, en «${aside}», 30 días.`}
        </p>
      </Notice>
      <div className={look.row}>
        <Button onClick={next.onClick}>{next.label}</Button>
        {onEnter !== undefined && <PlainButton onClick={onEnter}>Ir a entrar</PlainButton>}
      </div>
    </div>
  );
}

type SetProps = {
  readonly from: string;
  readonly byPaper: boolean;
  readonly onBack: () => void;
  readonly onChosen: (set: ChosenSet) => void;
};

function SetStep({ from, byPaper: startsByPaper, onBack, onChosen }: SetProps) {
  const client = useClient();
  const [isPaper, setIsPaper] = useState(startsByPaper);
  const start = { ...blank, folder: from };
  const byPassword = useSectionForm({ schema: byPasswordSchema, defaultValues: start, id: 'restore' });
  const byPaper = useSectionForm({ schema: byPaperSchema, defaultValues: start, id: 'restore' });
  const form = isPaper ? byPaper : byPassword;
  const busy = form.busy;
  const review = async () => {
    if (busy) return;
    announce('Revisando la copia…');
    await form.send(async (draft) => {
      const by = keyOf(draft, isPaper);
      const { folder } = draft;
      const preview = await withFailure(client.previewRestore({ folder, by }), (failure) => atFields(failure, isPaper));
      announce('La copia pasó la revisión.');
      onChosen({ by, preview });
    });
  };
  return (
    <SheetForm className={look.stack} onSend={review}>
      <p>La copia se revisa completa y no cambia. Antes de reponerla se dice qué faltaría.</p>
      <FormHead form={form} order={Object.keys(labels)} />
      <Panel>
        <TextControl
          form={form}
          name="folder"
          spellCheck={false}
          label={labels.folder}
          hint={
            'La ruta de la carpeta de las copias, y se toma la más nueva, o la de una copia, por ejemplo «E:\\Copias CEM» o «E:\\Copias CEM\\backup-20260905t150000z-120».'
          }
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
      <div className={look.row}>
        <Button type="submit" aria-disabled={busy}>
          {busy ? 'Revisando…' : 'Revisar la copia'}
        </Button>
        <PlainButton onClick={onBack}>Volver</PlainButton>
      </div>
    </SheetForm>
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
        label={labels.login}
        hint="De una persona que ya estaba en la copia."
      />
      <PassphraseControl form={form} name="password" label={labels.password} />
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
      label={labels.key}
      hint="Los 14 grupos de la hoja «Clave de recuperación del registro», con o sin guiones."
    />
  );
}

function KeySwitch({ isPaper, onSwitch }: { readonly isPaper: boolean; readonly onSwitch: () => void }) {
  return (
    <div>
      <Button variant="subtle" size="compact-sm" onClick={onSwitch}>
        {isPaper ? 'Usar usuario y contraseña' : 'Olvidamos las contraseñas: usar la clave de recuperación'}
      </Button>
    </div>
  );
}
