import { Button } from '@mantine/core';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { loginSchema, passwordSchema } from '../../shared/access/index.ts';
import { copyKeySchema, type CopyKey } from '../../shared/backup/index.ts';
import type { Failure } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import { PassphraseControl } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client.ts';
import { withFailure, wordsOf } from '../platform/failure-words.ts';
import { FormHead, TextControl, useSectionForm, type SectionForm } from '../platform/forms/index.ts';
import {
  focusTitleFrom,
  PlainButton,
  SheetForm,
  look,
  Notice,
  Panel,
  ButtonRow,
  useFocusAtOnce,
} from '../platform/ui/index.ts';
import type { CopyDraft, CopySource, OpenedCopy } from './copy-source.ts';
import { RestorePreviewStep } from './restore-preview.tsx';

/** What is asked on the first page: the copy, and a password of it or the paper. */
const schemasOf = ({ schema: copy }: CopySource) => ({
  byPassword: z.strictObject({ copy, login: loginSchema, password: passwordSchema, key: z.string() }),
  byPaper: z.strictObject({
    ...{ copy, login: z.string(), password: z.string() },
    key: copyKeySchema.options[1].shape.key,
  }),
});

/** A copy that cannot be used belongs to its field, as a refused paper to its own; a refused pair is said as at sign-in. */
function atFields(failure: Failure, isPaper: boolean, { wordsAtField }: CopySource): Failure {
  if (isPaper && failure.code === 'wrong-secret')
    return { ...failure, issues: [{ path: 'key', message: wordsOf(failure) }] };
  const message = wordsAtField(failure);
  return message === undefined ? failure : { ...failure, issues: [{ path: 'copy', message }] };
}

const labels = { login: 'Usuario', password: 'Contraseña', key: 'Clave de recuperación' } as const;
const order = ['copy', ...Object.keys(labels)];

function keyOf(draft: CopyDraft, isPaper: boolean): CopyKey {
  return isPaper
    ? { kind: 'recoveryKey', key: draft.key }
    : { kind: 'password', login: draft.login, password: draft.password };
}

export type CopyFormProps = {
  readonly source: CopySource;
  /** The paper is asked for first, not a user and a password. */
  readonly byPaper?: boolean;
  readonly onBack: () => void;
  readonly onRestored: () => void;
  /** The paper opened the copy: nobody may know a password, and the same paper gives one. */
  readonly onRecover: (recoveryKey: string) => void;
};

/** A copy takes the place of what is here: it is opened, what changes is said, and then it is done. */
export function CopyForm({ source, byPaper = false, onBack, onRestored, onRecover }: CopyFormProps) {
  const [opened, setOpened] = useState<OpenedCopy | null>(null);
  const [aside, setAside] = useState<string | null | undefined>();
  if (opened === null) return <OpenStep source={source} byPaper={byPaper} onBack={onBack} onOpened={setOpened} />;
  if (aside === undefined) {
    return <RestorePreviewStep source={source} opened={opened} onBack={() => setOpened(null)} onRestored={setAside} />;
  }
  const { by } = opened;
  return by.kind === 'recoveryKey' ? (
    <Restored
      words={source.done[by.kind]}
      aside={aside}
      next={{ label: 'Poner una contraseña nueva', onClick: () => onRecover(by.key) }}
      onEnter={onRestored}
    />
  ) : (
    <Restored words={source.done[by.kind]} aside={aside} next={{ label: 'Ir a entrar', onClick: onRestored }} />
  );
}

type RestoredProps = {
  readonly words: ReactNode;
  readonly aside: string | null;
  readonly next: { readonly label: string; readonly onClick: () => void };
  /** Another way on, where signing in is not the next thing. */
  readonly onEnter?: () => void;
};

/** It is done: what was there, and what comes next. The button that was pressed is gone, so the words take the focus. */
function Restored({ words, aside, next, onEnter }: RestoredProps) {
  const box = useFocusAtOnce<HTMLDivElement>();
  return (
    <div className={look.stack} ref={box} tabIndex={-1}>
      <Notice tone="done">
        <div role="status">
          {words}
          {aside !== null && ` Lo que había está aparte, en «${aside}», 30 días.`}
        </div>
      </Notice>
      <ButtonRow label={next.label} onClick={next.onClick}>
        {onEnter !== undefined && <PlainButton onClick={onEnter}>Ir a entrar</PlainButton>}
      </ButtonRow>
    </div>
  );
}

type OpenProps = {
  readonly source: CopySource;
  readonly byPaper: boolean;
  readonly onBack: () => void;
  readonly onOpened: (opened: OpenedCopy) => void;
};

function OpenStep({ source, byPaper: startsByPaper, onBack, onOpened }: OpenProps) {
  const client = useClient();
  const [isPaper, setIsPaper] = useState(startsByPaper);
  const schemas = useMemo(() => schemasOf(source), [source]);
  const start: CopyDraft = { copy: source.first, login: '', password: '', key: '' };
  const byPassword = useSectionForm({ schema: schemas.byPassword, defaultValues: start, id: 'restore' });
  const byPaper = useSectionForm({ schema: schemas.byPaper, defaultValues: start, id: 'restore' });
  const form = isPaper ? byPaper : byPassword;
  const busy = form.busy;
  // What was pressed is gone with the step before.
  useEffect(() => focusTitleFrom(null), []);
  const review = async () => {
    if (busy) return;
    announce('Revisando la copia…');
    await form.send(async (draft) => {
      const by = keyOf(draft, isPaper);
      const { copy } = draft;
      const preview = await withFailure(source.preview(client, copy, by), (failure) =>
        atFields(failure, isPaper, source),
      );
      announce('La copia pasó la revisión.');
      onOpened({ copy, by, preview });
    });
  };
  return (
    <SheetForm onSend={review}>
      {source.lead}
      <FormHead form={form} order={order} />
      <Panel>
        <source.Field form={form} />
        {isPaper ? <PaperKey form={form} /> : <PasswordKey form={form} who={source.who} />}
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              (isPaper ? byPassword : byPaper).setValue('copy', form.getValues('copy'));
              setIsPaper(!isPaper);
            }}
          >
            {isPaper ? 'Usar usuario y contraseña' : 'Olvidamos las contraseñas: usar la clave de recuperación'}
          </Button>
        </div>
      </Panel>
      <ButtonRow busy={busy} label="Revisar la copia" meanwhile="Revisando…">
        <PlainButton onClick={onBack}>Volver</PlainButton>
      </ButtonRow>
      {source.foot}
    </SheetForm>
  );
}

function PasswordKey({ form, who }: { readonly form: SectionForm<CopyDraft>; readonly who: string }) {
  return (
    <>
      <TextControl
        form={form}
        name="login"
        width="medium"
        spellCheck={false}
        autoCapitalize="none"
        label={labels.login}
        hint={who}
      />
      <PassphraseControl form={form} name="password" label={labels.password} />
    </>
  );
}

function PaperKey({ form }: { readonly form: SectionForm<CopyDraft> }) {
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
