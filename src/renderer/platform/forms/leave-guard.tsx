import { useEffect, useRef, useState } from 'react';
import { follow } from '../routes.ts';
import { Dialog } from '../ui/index.ts';
import type { AnyForm } from './use-section-form.ts';

/**
 * What leads away from what was typed asks first, for forms that keep no draft: a link, and the button that opens another
 * form in the place of this one (`replaces`). While one is being kept it waits for the answer: once it is kept, whether
 * the form goes away or stays blank for the next, there is nothing to ask.
 */
export function LeaveGuard({ form }: { readonly form: AnyForm }) {
  const { isDirty } = form.untyped.formState;
  return <LeaveQuestion isDirty={isDirty} busy={form.busy} attempt={form.attempt} />;
}

type QuestionProps = {
  readonly isDirty: boolean;
  readonly busy?: boolean;
  readonly attempt?: number;
  /** A file that was chosen: what is written beside it is kept. */
  readonly isFile?: boolean;
  /** What is typed is kept while one is elsewhere: only what takes its place asks. */
  readonly isKept?: boolean;
};

type Way = { readonly isButton: boolean; readonly again: () => void };

const link = 'a[href^="#/"]';
const replacing = 'button[data-replaces]';

/** The same for what is typed outside a form. */
export function LeaveQuestion({ isDirty, busy = false, attempt = 0, isFile = false, isKept = false }: QuestionProps) {
  const [asked, setAsked] = useState<Way | null>(null);
  const waiting = useRef<{ way: Way; attempt: number } | null>(null);
  const isAnswered = useRef(false);
  useEffect(() => {
    if (!isDirty) return undefined;
    return () => {
      const left = waiting.current;
      waiting.current = null;
      // Pressed again once this form hears no more: another one of the page may have something to ask.
      if (left !== null) setTimeout(left.way.again);
    };
  }, [isDirty]);
  useEffect(() => {
    if (waiting.current === null || waiting.current.attempt === attempt) return;
    setAsked(waiting.current.way);
    waiting.current = null;
  }, [attempt]);
  useEffect(() => {
    if (!isDirty) return undefined;
    const press = (event: MouseEvent) => {
      // Another form of the page asks already.
      if (event.defaultPrevented || isAnswered.current || !(event.target instanceof Element)) return;
      const pressed = event.target.closest<HTMLElement>(isKept ? replacing : `${link}, ${replacing}`);
      if (pressed === null || pressed.closest('[role="dialog"]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      const href = pressed.getAttribute('href');
      const way: Way = {
        isButton: href === null,
        again: () => (href === null ? pressed.click() : follow(href.slice(1))),
      };
      if (busy) waiting.current = { way, attempt };
      else setAsked(way);
    };
    document.addEventListener('click', press, { capture: true });
    return () => document.removeEventListener('click', press, { capture: true });
  }, [isDirty, busy, attempt, isKept]);
  return (
    <Dialog
      opened={asked !== null}
      title={`¿Salir sin guardar ${isFile ? 'el archivo' : 'lo escrito'}?`}
      confirm={{
        label: 'Salir sin guardar',
        dangerous: true,
        onClick: () => {
          setAsked(null);
          isAnswered.current = true;
          asked?.again();
          isAnswered.current = false;
        },
      }}
      cancel={{ label: 'Seguir escribiendo', onClick: () => setAsked(null) }}
    >
      <p>
        {isFile
          ? 'El archivo todavía no está guardado: al volver habrá que ponerlo otra vez. Lo escrito queda como borrador.'
          : `Lo escrito en esta página todavía no está guardado y se pierde al ${asked?.isButton === true ? 'abrir otro en su lugar' : 'salir'}.`}
      </p>
    </Dialog>
  );
}
