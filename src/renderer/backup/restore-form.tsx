import { Button } from '@mantine/core';
import { useState } from 'react';
import { loginSchema, passwordSchema } from '../../shared/access/index.ts';
import { backupContract, backupReasons } from '../../shared/backup/index.ts';
import type { Failure } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import { BrowserConsent, PassphraseControl } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { withFailure } from '../platform/failure-words.ts';
import { summaryOf, TextControl, useSectionForm } from '../platform/forms/index.ts';
import { ErrorSummary, Notice, Panel } from '../platform/ui/index.ts';
import css from './backup.module.css';

const draftSchema = z.strictObject({
  folder: backupContract.restoreCopy.input.shape.folder,
  login: loginSchema,
  password: passwordSchema,
});
const blank = { folder: '', login: '', password: '' };

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

type Props = { readonly onBack: () => void; readonly onRestored: () => void };

/** «Recuperar desde una copia»: into an empty data folder only. */
export function RestoreForm({ onBack, onRestored }: Props) {
  const client = useClient();
  const form = useSectionForm({ schema: draftSchema, defaultValues: blank, id: 'restore' });
  const [waits, setWaits] = useState(false);
  const [restored, setRestored] = useState(false);
  const busy = form.formState.isSubmitting;
  const restore = async () => {
    if (busy) return;
    setWaits(false);
    announce('Revisando y recuperando la copia…');
    const isRestored = await form.send(async (draft) => {
      const { folder, login, password } = draft;
      const asked = { folder, by: { kind: 'password' as const, login, password }, second: null };
      await withFailure(client.restoreCopy(asked), (failure) => {
        setWaits(failure.reason === 'confirm-browser');
        return atFields(failure);
      });
    });
    if (!isRestored) return;
    announce('Registro recuperado. Entre con su usuario y contraseña.');
    form.reset(blank);
    setRestored(true);
  };
  if (restored) {
    return (
      <Notice tone="done" action={{ label: 'Ir a entrar', onClick: onRestored }}>
        <p role="status">Registro recuperado y revisado. Entre con su usuario y contraseña.</p>
      </Notice>
    );
  }
  return (
    <form
      className={css.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void restore();
      }}
    >
      <p>La copia se revisa completa antes de usarla; no cambia. Después entre como siempre.</p>
      <ErrorSummary items={summaryOf(form, ['folder', 'login', 'password'])} attempt={form.attempt} />
      {form.problem !== null && !waits && (
        <Notice tone="error">
          <p role="alert">{form.problem}</p>
        </Notice>
      )}
      {waits && <BrowserConsent onAccepted={() => void restore()} />}
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
        <TextControl
          form={form}
          name="login"
          width="medium"
          spellCheck={false}
          autoCapitalize="none"
          words={{ label: 'Usuario', hint: 'De una persona que ya estaba en la copia.' }}
        />
        <PassphraseControl form={form} name="password" words={{ label: 'Contraseña' }} />
      </Panel>
      <div className={css.row}>
        <Button type="submit" aria-disabled={busy}>
          {busy ? 'Recuperando…' : 'Recuperar'}
        </Button>
        <Button variant="default" onClick={onBack}>
          Volver
        </Button>
      </div>
    </form>
  );
}
