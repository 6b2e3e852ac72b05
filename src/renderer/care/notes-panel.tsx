import { useEffect, useEffectEvent, useId, useState } from 'react';
import type { NoteLine } from '../../shared/care/index.ts';
import type { Output } from '../platform/client.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useScreenKey } from '../platform/keys.ts';
import { asOfNow, useRead } from '../platform/query.ts';
import { onlyFor } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import {
  EmptyState,
  Fold,
  Icon,
  look,
  Notice,
  PlainButton,
  QueryState,
  Secret,
  Stores,
  Key,
  LineButton,
  useOpened,
} from '../platform/ui/index.ts';
import css from './notes.module.css';
import { NoteForm, notePlace } from './note-form.tsx';
import { useRefreshNotes } from './queries.ts';

type Read = Output<'listNotes'>;
type Props = { readonly caseId: string; readonly isClosed: boolean };

/** Nobody types or points for so long: what lies open closes. */
const closesAfterMs = 10 * 60_000;

/** «Notas de sesión»: closed until she opens them, and closed again when she goes away. Nobody else has this part. */
export const NotesPanel = onlyFor('sessionNote.read', function OwnNotes({ caseId, isClosed }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  useScreenKey(isOpenKey, () => setOpen(!isOpen));
  useClosing(isOpen, () => setOpen(false));
  return (
    <section className={css.notes} data-open={isOpen || undefined} aria-labelledby={id}>
      <div className={css.head}>
        <Icon name="lock" size={18} />
        <h2 id={id}>Notas de sesión</h2>
        <span className={look.secondary}>Solo usted y Psicología de este centro las leen, con una llave propia.</span>
        <PlainButton small aria-expanded={isOpen} aria-keyshortcuts="Alt+O" onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Cerrar notas' : 'Abrir notas'}
          <Key>Alt O</Key>
        </PlainButton>
      </div>
      {isOpen && <Opened caseId={caseId} isClosed={isClosed} />}
    </section>
  );
});

const isOpenKey = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) =>
  altKey && !ctrlKey && !metaKey && key.toLowerCase() === 'o';

function useClosing(isOpen: boolean, close: () => void): void {
  const over = useEffectEvent(close);
  useEffect(() => {
    if (!isOpen) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      clearTimeout(timer);
      timer = setTimeout(() => over(), closesAfterMs);
    };
    begin();
    for (const way of ['keydown', 'pointerdown'] as const) window.addEventListener(way, begin);
    return () => {
      clearTimeout(timer);
      for (const way of ['keydown', 'pointerdown'] as const) window.removeEventListener(way, begin);
    };
  }, [isOpen]);
}

function Opened({ caseId, isClosed }: Props) {
  // Read while they lie open, and not kept when they close.
  const notes = useRead(['care', 'notes', caseId], (client) => client.listNotes({ caseId }), asOfNow);
  return (
    <QueryState query={notes}>
      {(read) =>
        read.access === 'waits' ? <Waiting {...read} /> : <Work caseId={caseId} isClosed={isClosed} read={read} />
      }
    </QueryState>
  );
}

const either = new Intl.ListFormat('es-PE', { type: 'disjunction' });
const all = new Intl.ListFormat('es-PE');

/** Who can open them for her. */
function Waiting({ holders, isSignInEnough }: Pick<Read, 'holders' | 'isSignInEnough'>) {
  if (isSignInEnough) return <Notice>Las notas ya están abiertas para usted: salga y vuelva a entrar.</Notice>;
  if (holders.length === 0) {
    return (
      <Notice tone="warning">
        Nadie de Psicología puede abrir las notas para usted. Coordinación las abre con la clave de recuperación y una
        segunda persona, en «Ajustes», «Copias».
      </Notice>
    );
  }
  return (
    <Notice>
      {`Falta que ${either.format(holders)} le dé la llave: en «Notas de sesión» de cualquier ficha suya, «Dar la llave».`}
    </Notice>
  );
}

function Work({ caseId, isClosed, read }: Props & { readonly read: Read }) {
  const [correcting, setCorrecting, endCorrecting] = useOpened<string>(read.draft?.replaces);
  const corrected = read.notes.find(({ id }) => id === correcting) ?? null;
  return (
    <>
      <Secret instead={<p className={look.secondary}>No se muestra.</p>}>
        <Board read={read} correcting={correcting} onCorrect={isClosed ? null : setCorrecting} />
      </Secret>
      {isClosed ? (
        <>
          <p className={look.secondary}>La ficha está cerrada: las notas son solo lectura.</p>
          {read.draft !== null && <LeftDraft caseId={caseId} body={read.draft.body} />}
        </>
      ) : (
        <NoteForm key={corrected?.id ?? ''} {...{ caseId, read, corrected, onDone: endCorrecting }} />
      )}
      <KeyHolders caseId={caseId} isClosed={isClosed} read={read} />
      <p className={look.secondary}>
        No salen en la ficha, los informes, la búsqueda ni las copias que abra otra persona. Lo que pida el juzgado sale
        como informe. Se cierran solas a los 10 minutos.
      </p>
    </>
  );
}

/** What she was typing when somebody closed the ficha. */
function LeftDraft({ caseId, body }: { readonly caseId: string; readonly body: string }) {
  const act = useAct({ refresh: useRefreshNotes() });
  const discard = () =>
    void act.run((client) => client.discardNoteDraft({ caseId }), { words: 'Se descartó el borrador.', toTitle: true });
  return (
    <section aria-label="Borrador">
      <Secret instead={<p className={look.secondary}>No se muestra.</p>}>
        <p className={look.written}>{body}</p>
      </Secret>
      <p className={look.secondary}>Lo que usted escribía al cerrarse la ficha. No se guarda como nota.</p>
      <Stores>
        <div className={look.row}>
          <PlainButton small aria-disabled={act.busy} onClick={discard}>
            Descartar el borrador
          </PlainButton>
        </div>
      </Stores>
      <ActProblem act={act} />
    </section>
  );
}

/** Who else reads all this, and who would once she says so. */
function KeyHolders({ caseId, isClosed, read: { holders, waiting } }: Props & { readonly read: Read }) {
  const act = useAct({ refresh: useRefreshNotes() });
  const give = (staffId: string, name: string) =>
    void act.run((client) => client.giveNotesKey({ caseId, staffId }), {
      words: `${name} ya lee las notas de sesión.`,
    });
  return (
    <>
      {holders.length > 0 && (
        <p className={look.secondary}>{`También tiene la llave y lee todas las notas: ${all.format(holders)}.`}</p>
      )}
      {waiting.length > 0 && !isClosed && (
        <Stores>
          {waiting.map(({ staffId, name }) => (
            <div key={staffId} className={look.row}>
              <span>{`${name} es de Psicología y no tiene la llave. Con ella lee todas las notas, también las de usted.`}</span>
              <PlainButton small aria-disabled={act.busy} onClick={() => give(staffId, name)}>
                {`Dar la llave a ${name}`}
              </PlainButton>
            </div>
          ))}
        </Stores>
      )}
      <ActProblem act={act} />
    </>
  );
}

type BoardProps = {
  readonly read: Read;
  readonly correcting: string | null;
  readonly onCorrect: ((id: string) => void) | null;
};

function Board({ read: { notes, attentions }, correcting, onCorrect }: BoardProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = notes.find(({ id }) => id === chosen) ?? notes[0];
  const of = (note: NoteLine) => attentions.find(({ id }) => id === note.attentionId)?.label ?? null;
  if (shown === undefined) return <EmptyState>Todavía no hay notas de sesión en esta ficha.</EmptyState>;
  return (
    <div className={css.board}>
      <ul className={css.list} aria-label="Notas de sesión">
        {notes.map((note) => (
          <li key={note.id}>
            <button
              type="button"
              className={css.line}
              aria-pressed={note.id === shown.id}
              onClick={() => setChosen(note.id)}
            >
              <strong>{inLima(note.at)}</strong>
              <span className={look.secondary}>{of(note) ?? note.by}</span>
            </button>
          </li>
        ))}
      </ul>
      <article className={css.shown} aria-label={`Nota del ${inLima(shown.at)}`}>
        <p className={look.written}>{shown.body}</p>
        <p className={look.secondary}>{[shown.by, of(shown)].filter((part) => part !== null).join(' · ')}</p>
        {shown.before.length > 0 && (
          <Fold kind="line" isOpen={false} title="Lo que decía antes">
            {shown.before.map((older) => (
              <div key={older.at}>
                <p className={look.secondary}>{inLima(older.at)}</p>
                <p className={look.written}>{older.body}</p>
              </div>
            ))}
          </Fold>
        )}
        {shown.isOwn && onCorrect !== null && (
          <div className={look.row}>
            <LineButton
              key={shown.id}
              label="Corregir"
              of={`nota del ${inLima(shown.at)}`}
              replaces={shown.id === correcting ? undefined : notePlace}
              onClick={() => onCorrect(shown.id)}
            />
          </div>
        )}
      </article>
    </div>
  );
}
