import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { serviceLabels } from '../../shared/access/index.ts';
import { partBodySchema, type InterviewPart } from '../../shared/care/index.ts';
import { issuesOf } from '../../shared/platform/failures.ts';
import { useUnpressed, type UnpressedClient } from '../platform/client.ts';
import { type ActClient, ActProblem, LeaveQuestion, useAct } from '../platform/forms/index.ts';
import { useBeforeLock } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { PlainButton, look, Dialog, LongTextField, StateBadge, ButtonRow, LineButton } from '../platform/ui/index.ts';
import css from './care.module.css';
import { useRefreshCare } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly part: InterviewPart;
  /** «10/06/2026, 09:10», for the names of the buttons. */
  readonly when: string;
  readonly isClosed: boolean;
};

/** The part of one professional: written by its author alone, read by its service once it is signed. */
export function Part({ caseId, part, when, isClosed }: Props) {
  const isWriting = part.isOwn && part.signedAt === null && !isClosed;
  return (
    <li className={css.part}>
      <p>
        <strong>{`${serviceLabels[part.service]} · ${part.staffName}`}</strong>{' '}
        <StateBadge tone={part.signedAt === null ? 'warning' : 'done'}>
          {part.signedAt === null ? 'Sin firmar' : `Firmada el ${inLima(part.signedAt)}`}
        </StateBadge>
      </p>
      {isWriting ? <Writing caseId={caseId} part={part} when={when} /> : <Read part={part} />}
      {part.addenda.map((one) => (
        <div key={one.at}>
          <p className={look.secondary}>{`Nota del ${inLima(one.at)}, ${one.by}`}</p>
          <p className={look.written}>{one.body}</p>
        </div>
      ))}
      {part.isOwn && part.signedAt !== null && !isClosed && <Addendum caseId={caseId} part={part} when={when} />}
    </li>
  );
}

function Read({ part }: { readonly part: InterviewPart }) {
  if (part.body !== null) return <p className={look.written}>{part.body}</p>;
  return (
    <p className={look.secondary}>
      {part.isReadable ? 'Todavía no se escribió.' : 'Solo la lee su autor o autora y, una vez firmada, su servicio.'}
    </p>
  );
}

type OwnProps = Omit<Props, 'isClosed'>;

/** Message under the field, or null when the text can be stored. */
function refusalOf(text: string): string | null {
  const parsed = partBodySchema.safeParse(text);
  if (parsed.success) return null;
  return text.trim() === '' ? 'Escriba su parte.' : (issuesOf(parsed.error)[0]?.message ?? null);
}

function useWriting({ caseId, part }: OwnProps) {
  const client = useUnpressed();
  const refresh = useRefreshCare();
  const [text, setText] = useState(part.body ?? '');
  const stored = useRef({ body: part.body ?? '', version: part.version });
  const [kept, setKept] = useState(part.body ?? '');
  const [error, setError] = useState<string | null>(null);
  const act = useAct();
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  const write = async (by: UnpressedClient, sign: boolean) => {
    const body = latest.current;
    const target = { caseId, partId: part.id, version: stored.current.version };
    const { version } = await by.writeInterviewPart({ ...target, body, sign });
    stored.current = { body, version };
    setKept(body);
  };
  useBeforeLock(async () => {
    const body = latest.current;
    if (body !== stored.current.body && refusalOf(body) === null) await write(client, false);
  });
  const save = (sign: boolean) => {
    const wrong = refusalOf(text);
    setError(wrong);
    if (wrong !== null) {
      document.getElementById(`part-${part.id}`)?.focus();
      return;
    }
    const send = async (by: ActClient) => {
      await write(by, sign);
      if (sign) await refresh();
    };
    void act.run(send, { words: sign ? 'Parte firmada.' : 'Parte guardada.' });
  };
  const type = (next: string) => {
    setText(next);
    setError(null);
  };
  return { text, type, error, act, save, isDirty: text !== kept };
}

function Writing(props: OwnProps) {
  const { part, when } = props;
  const { text, type, error, act, save, isDirty } = useWriting(props);
  const [signing, setSigning] = useState(false);
  return (
    <>
      <LeaveQuestion isDirty={isDirty} busy={act.busy} attempt={act.attempt} />
      <ActProblem act={act} />
      <LongTextField
        rows={5}
        words={{
          label: `Mi parte (${serviceLabels[part.service]})`,
          id: `part-${part.id}`,
          error: error ?? undefined,
          hint: 'El relato ya está en la ficha: aquí va lo que su servicio observó y acordó.',
        }}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <div className={look.row}>
        <PlainButton aria-disabled={act.busy} aria-label={`Guardar mi parte: ${when}`} onClick={() => save(false)}>
          Guardar mi parte
        </PlainButton>
        <Button
          aria-label={`Firmar mi parte: ${when}`}
          onClick={() => {
            if (refusalOf(text) === null) setSigning(true);
            else save(false);
          }}
        >
          Firmar mi parte
        </Button>
      </div>
      <Dialog
        opened={signing}
        title="¿Firmar su parte de la entrevista?"
        confirm={{
          label: 'Firmar',
          onClick: () => {
            setSigning(false);
            save(true);
          },
        }}
        cancel={{ label: 'Seguir escribiendo', onClick: () => setSigning(false) }}
      >
        <p>Una parte firmada ya no se cambia. Después se le pueden agregar notas.</p>
      </Dialog>
    </>
  );
}

function Addendum({ caseId, part, when }: OwnProps) {
  const act = useAct({ refresh: useRefreshCare() });
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  if (text === null) {
    return (
      <div className={look.row}>
        <LineButton label="Agregar una nota" of={when} onClick={() => setText('')} />
      </div>
    );
  }
  const add = () => {
    const wrong = refusalOf(text);
    if (wrong !== null) {
      setError(wrong === 'Escriba su parte.' ? 'Escriba la nota.' : wrong);
      return;
    }
    const note = { caseId, partId: part.id, version: part.version, body: text };
    void act.run((client) => client.addInterviewAddendum(note), { words: 'Nota agregada.', done: () => setText(null) });
  };
  return (
    <>
      <LeaveQuestion isDirty={text.trim() !== ''} busy={act.busy} attempt={act.attempt} />
      <LongTextField
        words={{
          label: 'Nota a mi parte firmada',
          id: `addendum-${part.id}`,
          error: error ?? act.problem ?? undefined,
        }}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setError(undefined);
          act.say(null);
        }}
      />
      <ButtonRow plain busy={act.busy} label="Guardar nota" onClick={add} />
    </>
  );
}
