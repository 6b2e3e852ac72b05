import { useEffect, useRef, useState } from 'react';
import { follow } from '../routes.ts';
import { Dialog } from '../ui/index.ts';
import type { AnyForm } from './use-section-form.ts';

/**
 * A link that leads away from what was typed asks first: for forms that keep no draft. While one is being kept the link
 * waits for the answer: once it is kept, whether the form goes away or stays blank for the next, there is nothing to ask.
 */
export function LeaveGuard({ form, replacing }: { readonly form: AnyForm } & Pick<QuestionProps, 'replacing'>) {
  const { isDirty } = form.untyped.formState;
  return <LeaveQuestion isDirty={isDirty} busy={form.busy} attempt={form.attempt} {...(replacing && { replacing })} />;
}

/** The button that opens another one in the place of this form: what its `replaces` says, and what is lost then. */
export type Replacing = { readonly place: string; readonly words: string };

type QuestionProps = {
  readonly isDirty: boolean;
  readonly busy?: boolean;
  readonly attempt?: number;
  /** A file that was chosen: what is written beside it is kept. */
  readonly isFile?: boolean;
  /** A button asks as well. */
  readonly replacing?: Replacing;
  /** What is typed is kept while one is elsewhere: no link asks. */
  readonly isKept?: boolean;
};

/** What was pressed; null for the address of a button. */
type Way = { readonly pressed: HTMLElement; readonly href: string | null };

function again({ pressed, href }: Way): void {
  if (href === null) pressed.click();
  else follow(href.slice(1));
}

function selectorOf({ isKept, replacing }: Pick<QuestionProps, 'isKept' | 'replacing'>): string {
  const button = replacing === undefined ? [] : [`button[data-replaces="${replacing.place}"]`];
  return [...(isKept === true ? [] : ['a[href^="#/"]']), ...button].join(', ');
}

/** The same for what is typed outside a form. */
export function LeaveQuestion(props: QuestionProps) {
  const { isDirty, busy = false, attempt = 0, isFile = false, replacing } = props;
  const selector = selectorOf(props);
  const [asked, setAsked] = useState<Way | null>(null);
  const waiting = useRef<{ way: Way; attempt: number } | null>(null);
  const isAnswered = useRef(false);
  useEffect(() => {
    if (!isDirty) return undefined;
    return () => {
      const left = waiting.current;
      waiting.current = null;
      // Pressed again once this form hears no more: another one of the page may have something to ask.
      if (left !== null) setTimeout(() => again(left.way));
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
      const pressed = event.target.closest<HTMLElement>(selector);
      if (pressed === null || pressed.closest('[role="dialog"]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      const way = { pressed, href: pressed.getAttribute('href') };
      if (busy) waiting.current = { way, attempt };
      else setAsked(way);
    };
    document.addEventListener('click', press, { capture: true });
    return () => document.removeEventListener('click', press, { capture: true });
  }, [isDirty, busy, attempt, selector]);
  const goOn = () => {
    setAsked(null);
    // Said once for the whole page, whatever else stands half typed on it.
    if (asked !== null && asked.href !== null) window.location.hash = asked.href;
    isAnswered.current = true;
    if (asked?.href === null) asked.pressed.click();
    isAnswered.current = false;
  };
  const isOther = asked?.href === null;
  const what = isFile ? 'el archivo' : 'lo escrito';
  return (
    <Dialog
      opened={asked !== null}
      title={isOther ? `¿Abrir otra sin guardar ${what}?` : `¿Salir sin guardar ${what}?`}
      confirm={{ label: isOther ? 'Abrir la otra' : 'Salir sin guardar', dangerous: true, onClick: goOn }}
      cancel={{ label: 'Seguir escribiendo', onClick: () => setAsked(null) }}
    >
      <p>{isOther ? replacing?.words : isFile ? fileWords : typedWords}</p>
    </Dialog>
  );
}

const typedWords = 'Lo escrito en esta página todavía no está guardado y se pierde al salir.';
const fileWords =
  'El archivo todavía no está guardado: al volver habrá que ponerlo otra vez. Lo escrito queda como borrador.';
