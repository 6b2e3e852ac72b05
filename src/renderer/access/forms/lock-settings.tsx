/** «Pausa» and idle time: what each person sets, and what Coordinación allows the centre. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { idleRange, passwordSchema, pinProblem, pinSchema, type LockSettings } from '../../../shared/access/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { useRead } from '../../platform/query.ts';
import { withFailure } from '../../platform/failure-words.ts';
import { ActProblem, FormHead, useAct, useSectionForm } from '../../platform/forms/index.ts';
import { useSessionAccess } from '../../platform/session.tsx';
import {
  SheetForm,
  PlainButton,
  Notice,
  NumberField,
  Panel,
  QueryState,
  TickField,
  ButtonRow,
} from '../../platform/ui/index.ts';
import { PassphraseControl } from '../passphrase-control.tsx';
import { atPasswordField } from './password-at-field.ts';

const settingsKey = ['access', 'lock-settings'] as const;

/** The settings, and what a change of them tells the window: it counts from now on. */
function useLockSettings() {
  const queries = useQueryClient();
  const { update } = useSessionAccess();
  const query = useRead(settingsKey, (client) => client.getLockSettings({}));
  const keep = (settings: LockSettings) => {
    queries.setQueryData(settingsKey, settings);
    update({ idleMinutes: settings.idleMinutes, canPause: settings.hasPin && settings.pauseAllowed });
  };
  return { query, keep };
}

type PanelProps = { readonly settings: LockSettings; readonly keep: (settings: LockSettings) => void };

export function OwnLock() {
  const { query, keep } = useLockSettings();
  return (
    <QueryState query={query}>
      {(settings) => (
        <>
          <PinPanel settings={settings} keep={keep} />
          <IdlePanel settings={settings} keep={keep} />
        </>
      )}
    </QueryState>
  );
}

const pinDraft = z.strictObject({ password: passwordSchema, pin: pinSchema }).superRefine(({ pin }, context) => {
  const problem = pinProblem(pin);
  if (problem !== null) context.addIssue({ code: 'custom', path: ['pin'], message: problem });
});
const blank = { password: '', pin: '' };

function PinPanel({ settings, keep }: PanelProps) {
  const form = useSectionForm({ schema: pinDraft, defaultValues: blank, id: 'own-pin' });
  const clearing = useAct();
  const send = () =>
    form.send(({ password, pin }, client) => withFailure(client.setPin({ pin }, { password }), atPasswordField), {
      words: 'PIN guardado.',
      done: (changed) => {
        form.reset(blank);
        keep(changed);
      },
    });
  const clear = () => clearing.run((client) => client.clearPin({}), { words: 'PIN quitado.', done: keep });
  return (
    <Panel title="Pausa con PIN">
      {settings.pauseAllowed ? (
        <p>
          {settings.hasPin
            ? 'Usted tiene un PIN: con F12 la pantalla queda en blanco y vuelve igual, hasta 30 minutos.'
            : 'Con un PIN, F12 deja la pantalla en blanco y la devuelve igual, hasta 30 minutos. Sin PIN, F12 cierra la sesión.'}
        </p>
      ) : (
        <Notice>El centro no usa la pausa: F12 cierra la sesión.</Notice>
      )}
      <SheetForm onSend={send}>
        <FormHead form={form} order={['password', 'pin']} />
        <ActProblem act={clearing} />
        <PassphraseControl form={form} name="password" label="Su contraseña" />
        <PassphraseControl
          form={form}
          name="pin"
          label="PIN nuevo"
          hint="De 6 a 12 números; ni fechas ni números seguidos."
        />
        <ButtonRow plain busy={form.busy} label={settings.hasPin ? 'Cambiar PIN' : 'Poner PIN'}>
          {settings.hasPin && <PlainButton onClick={() => void clear()}>Quitar PIN</PlainButton>}
        </ButtonRow>
      </SheetForm>
    </Panel>
  );
}

type Minutes = number | string | null;

/** What is wrong with typed minutes; undefined when nothing is. */
function minutesProblem(minutes: Minutes, most: number): string | undefined {
  const isRight = typeof minutes === 'number' && minutes >= idleRange.least && minutes <= most;
  return isRight ? undefined : `Escriba de ${idleRange.least} a ${most} minutos.`;
}

function IdlePanel({ settings, keep }: PanelProps) {
  const [minutes, setMinutes] = useState<Minutes>(settings.idleMinutes);
  const act = useAct();
  const error = minutesProblem(minutes, settings.idleMaximum);
  return (
    <Panel title="Tiempo sin uso">
      <SheetForm
        onSend={() => {
          if (typeof minutes !== 'number' || error !== undefined) return;
          void act.run((client) => client.setIdleMinutes({ minutes }), { words: 'Minutos guardados.', done: keep });
        }}
      >
        <NumberField
          words={{
            label: 'Minutos sin uso antes de la pausa o del cierre',
            hint: `De ${idleRange.least} a ${settings.idleMaximum}. Se avisa 30 segundos antes.`,
            id: 'idle-minutes',
            error,
          }}
          value={minutes}
          onChange={setMinutes}
          unit="minutos"
        />
        <ActProblem act={act} />
        <ButtonRow plain busy={act.busy} label="Guardar minutos" />
      </SheetForm>
    </Panel>
  );
}

/** For the whole centre; only for who may change it. */
export function LockRules() {
  const { query, keep } = useLockSettings();
  return <QueryState query={query}>{(settings) => <RulesPanel settings={settings} keep={keep} />}</QueryState>;
}

function RulesPanel({ settings, keep }: PanelProps) {
  const [isAllowed, setAllowed] = useState(settings.pauseAllowed);
  const [most, setMost] = useState<Minutes>(settings.idleMaximum);
  const act = useAct();
  const error = minutesProblem(most, idleRange.most);
  return (
    <Panel title="Pausa y tiempo sin uso">
      <SheetForm
        onSend={() => {
          if (typeof most !== 'number' || error !== undefined) return;
          const rules = { pauseAllowed: isAllowed, idleMaximum: most };
          const words = 'Reglas guardadas. Valen desde ahora para todo el personal.';
          void act.run((client) => client.setLockRules(rules), { words, done: keep });
        }}
      >
        <TickField words={{ label: 'El centro usa la pausa con PIN' }} value={isAllowed} onChange={setAllowed} />
        <NumberField
          words={{
            label: 'Máximo de minutos sin uso',
            hint: 'Cada persona elige los suyos hasta este máximo.',
            id: 'idle-maximum',
            error,
          }}
          value={most}
          onChange={setMost}
          unit="minutos"
        />
        <ActProblem act={act} />
        <ButtonRow plain busy={act.busy} label="Guardar reglas" />
      </SheetForm>
    </Panel>
  );
}
