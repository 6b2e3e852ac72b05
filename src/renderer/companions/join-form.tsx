/** At a computer without a record: it becomes a companion of the one that keeps it. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { addressSchema, companionsContract, usualPort } from '../../shared/companions/index.ts';
import type { Failure } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import { afterLock } from '../platform/after-lock.ts';
import { useClient } from '../platform/client.ts';
import { withFailure, wordsOf } from '../platform/failure-words.ts';
import { FormHead, NumberControl, TextControl, useSectionForm } from '../platform/forms/index.ts';
import { look, Panel, PlainButton, SheetForm, ButtonRow, Told } from '../platform/ui/index.ts';
import { joinedWords } from './words.ts';

const { shape } = companionsContract.joinKeeper.input;

const wrongAddress = 'Escriba los cuatro números con puntos, por ejemplo 192.168.1.10.';

const joinSchema = z.strictObject({
  address: z
    .string()
    .trim()
    .refine((text) => addressSchema.safeParse(text).success, wrongAddress),
  port: shape.port,
  code: shape.code,
  name: shape.name,
});

const order = ['address', 'port', 'code', 'name'];

const fieldOf: Readonly<Record<string, string>> = {
  'keeper-unreachable': 'address',
  'pair-code-mistyped': 'code',
  'pair-code-refused': 'code',
  'companion-name': 'name',
};

function atFields(failure: Failure): Failure {
  const path = fieldOf[failure.reason ?? ''];
  return path === undefined ? failure : { ...failure, issues: [{ path, message: wordsOf(failure) }] };
}

type Props = {
  readonly onBack: () => void;
  /** It is connected; the page of signing in is next. */
  readonly onJoined: () => void;
};

export function JoinForm({ onBack, onJoined }: Props) {
  const client = useClient();
  const [joined, setJoined] = useState<string | null>(null);
  /** Somebody in between: no field is wrong. */
  const [middle, setMiddle] = useState<string | null>(null);
  const form = useSectionForm({
    schema: joinSchema,
    defaultValues: { address: '', port: usualPort, code: '', name: '' },
    id: 'join',
  });
  const send = async () => {
    setMiddle(null);
    await form.send(
      async (asked) => {
        const { centreName } = await withFailure(client.joinKeeper(asked), atFields);
        // The program moves to the other record by itself, and this page with it.
        afterLock.joined = centreName;
        return centreName;
      },
      {
        words: joinedWords,
        done: setJoined,
        refused: (failure) => {
          if (failure.reason === 'pair-middle') setMiddle(wordsOf(failure));
        },
      },
    );
  };
  if (joined !== null) return <Joined centreName={joined} onEnter={onJoined} />;
  return (
    <SheetForm className={look.stack} onSend={send}>
      <p>
        En la computadora que guarda el registro, Coordinación abre «Centro», «Ajustes», «Computadoras», y elige
        «Conectar otra computadora…». Escriba aquí lo que aparece allí.
      </p>
      {middle === null ? <FormHead form={form} order={order} /> : <Middle words={middle} attempt={form.attempt} />}
      <Panel>
        <div className={look.fields}>
          <TextControl
            form={form}
            name="address"
            width="medium"
            spellCheck={false}
            inputMode="decimal"
            label="Dirección"
            hint="Cuatro números con puntos."
          />
          <NumberControl form={form} name="port" label="Puerto" />
        </div>
        <TextControl
          form={form}
          name="code"
          width="medium"
          spellCheck={false}
          autoCapitalize="characters"
          label="Código"
          hint="Los guiones, los espacios y las mayúsculas no importan."
        />
        <TextControl
          form={form}
          name="name"
          width="medium"
          spellCheck={false}
          label="Nombre de esta computadora"
          hint="Por el lugar, sin nombres de personas: «PSICOLOGIA-PC»."
        />
      </Panel>
      <div className={look.row}>
        <Button type="submit" aria-disabled={form.busy}>
          {form.busy ? 'Conectando…' : 'Conectar esta computadora'}
        </Button>
        <PlainButton onClick={onBack}>Volver</PlainButton>
      </div>
    </SheetForm>
  );
}

/** Takes the focus: what is wrong is no field of the form. */
function Middle({ words, attempt }: { readonly words: string; readonly attempt: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [attempt]);
  return (
    <div ref={box} tabIndex={-1}>
      <Told role="alert" tone="warning">
        {words}
      </Told>
    </div>
  );
}

/** Where the program has not moved yet; what was pressed is gone, so the words take the focus. */
function Joined({ centreName, onEnter }: { readonly centreName: string; readonly onEnter: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className={look.stack} ref={box} tabIndex={-1}>
      <Told tone="done">{joinedWords(centreName)}</Told>
      <ButtonRow label="Ir a entrar" onClick={onEnter} />
    </div>
  );
}
