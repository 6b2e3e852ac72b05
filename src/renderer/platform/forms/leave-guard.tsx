import { useEffect, useRef, useState } from 'react';
import { follow } from '../routes.ts';
import { Dialog } from '../ui/index.ts';
import type { AnyForm } from './use-section-form.ts';

/**
 * A link that leads away from what was typed asks first: for forms that keep no draft. While one is being kept the link
 * waits for the answer: once it is kept, whether the form goes away or stays blank for the next, there is nothing to ask.
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
};

/** The same for what is typed outside a form. */
export function LeaveQuestion({ isDirty, busy = false, attempt = 0, isFile = false }: QuestionProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const waiting = useRef<{ href: string; attempt: number } | null>(null);
  useEffect(() => {
    if (!isDirty) return undefined;
    return () => {
      const left = waiting.current;
      waiting.current = null;
      // Pressed again once this form hears no more: another one of the page may have something to ask.
      if (left !== null) setTimeout(() => follow(left.href.slice(1)));
    };
  }, [isDirty]);
  useEffect(() => {
    if (waiting.current === null || waiting.current.attempt === attempt) return;
    setAsked(waiting.current.href);
    waiting.current = null;
  }, [attempt]);
  useEffect(() => {
    if (!isDirty) return undefined;
    const press = (event: MouseEvent) => {
      // Another form of the page asks already.
      if (event.defaultPrevented) return;
      const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
      if (link === null || link.closest('[role="dialog"]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      const href = link.getAttribute('href') ?? '#/';
      if (busy) waiting.current = { href, attempt };
      else setAsked(href);
    };
    document.addEventListener('click', press, { capture: true });
    return () => document.removeEventListener('click', press, { capture: true });
  }, [isDirty, busy, attempt]);
  return (
    <Dialog
      opened={asked !== null}
      title={`¿Salir sin guardar ${isFile ? 'el archivo' : 'lo escrito'}?`}
      confirm={{
        label: 'Salir sin guardar',
        dangerous: true,
        onClick: () => {
          setAsked(null);
          window.location.hash = asked ?? '#/';
        },
      }}
      cancel={{ label: 'Seguir escribiendo', onClick: () => setAsked(null) }}
    >
      <p>
        {isFile
          ? 'El archivo todavía no está guardado: al volver habrá que ponerlo otra vez. Lo escrito queda como borrador.'
          : 'Lo escrito en esta página todavía no está guardado y se pierde al salir.'}
      </p>
    </Dialog>
  );
}
