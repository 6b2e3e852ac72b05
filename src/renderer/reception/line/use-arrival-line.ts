import { useCallback, useEffect, useRef, useState } from 'react';
import {
  arrivalFactsSchema,
  blankArrivalFacts,
  holdWords,
  type ArrivalFacts,
} from '../../../shared/reception/index.ts';
import { unsoughtAct, type PersonLink } from '../../people/index.ts';
import { announce } from '../../platform/announce.ts';
import { useUnpressed } from '../../platform/client.ts';
import { failureOf } from '../../platform/failure-words.ts';
import { useAct, useSectionForm } from '../../platform/forms/index.ts';
import { useCutFrom } from '../../platform/line/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useBeforeLock, useSession, useSessionAccess } from '../../platform/session.tsx';
import type { FactsValues } from '../forms/arrival-fields.tsx';
import { whoOf } from '../forms/who.ts';
import { useRefreshReception } from '../queries.ts';
import {
  focusLine,
  isLineWanted,
  isSending,
  keepTyped,
  lineField,
  sendOnce,
  typedBefore,
  type TypedArrival,
} from './kept.ts';
import { waitBeforeLock } from './wait-before-lock.ts';

const blank = (): TypedArrival => ({
  ...{ facts: blankArrivalFacts(), text: '', link: null, arrivalId: null, id: crypto.randomUUID() },
});

/** Opened at the first search, one a line; who is put on the board without one gets hers there. */
function useDoor(before: string | null, onOpened: (arrivalId: string) => void) {
  const client = useUnpressed();
  const opening = useRef<Promise<string> | null>(before === null ? null : Promise.resolve(before));
  const door = useCallback(() => {
    if (opening.current !== null) return opening.current;
    const own: Promise<string> = client
      .openArrival({})
      .then(({ arrivalId }) => {
        // Not where another line stands there by now.
        if (opening.current === own) onOpened(arrivalId);
        return arrivalId;
      })
      .catch((error: unknown) => {
        if (opening.current === own) opening.current = null;
        throw error;
      });
    opening.current = own;
    return own;
  }, [client, onOpened]);
  const close = useCallback(() => {
    opening.current = null;
  }, []);
  return { door, close };
}

/**
 * What stands there is kept when the screen goes, and the line takes the focus where a key asked for it. Not what was sent:
 * it has its number, or gets it with the line.
 */
function useKeptLine(now: () => TypedArrival, isTyped: boolean) {
  const latest = useRef(now);
  const state = useRef(isTyped);
  useEffect(() => {
    latest.current = now;
    state.current = isTyped;
  });
  useEffect(() => {
    if (isLineWanted()) document.getElementById(lineField)?.focus();
    return () => {
      keepTyped(state.current && !isSending(latest.current()) ? latest.current() : null);
    };
  }, []);
  return latest;
}

/** What was refused after the screen went stands there again when it is opened; not in place of somebody typed since. */
function useRefusedLater() {
  const { token, staff } = useSession();
  const { now } = useSessionAccess();
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => void (isLeft.current = true);
  }, []);
  return (typed: TypedArrival) => (error: unknown) => {
    const state = now();
    const isStill = state.kind === 'open' && state.session.token === token;
    const waits = failureOf(error).reason === 'arrival-registered';
    if (isLeft.current && isStill && !waits && typedBefore(staff.id) === null) keepTyped(typed);
    throw error;
  };
}

/** What the line holds, its door and what becomes of it; `onIn`: she waits, with this id. */
export function useArrivalLine(onIn: (arrivalId: string) => void) {
  const staff = useSession().staff.id;
  const [start] = useState(() => typedBefore(staff) ?? blank());
  const refresh = useRefreshReception();
  const go = useGo();
  const form = useSectionForm<FactsValues>({
    ...{ schema: arrivalFactsSchema, defaultValues: start.facts, id: 'arrival', refresh },
  });
  const [text, setText] = useState(start.text);
  const [link, setLink] = useState(start.link);
  const [arrivalId, setArrivalId] = useState(start.arrivalId);
  const [id, setId] = useState(start.id);
  const [whoError, setWhoError] = useState<string | null>(null);
  const client = useUnpressed();
  const leaving = useAct({ refresh });
  const { door, close } = useDoor(start.arrivalId, setArrivalId);

  const clear = useCallback(() => {
    close();
    form.reset(blankArrivalFacts());
    setText('');
    setLink(null);
    setArrivalId(null);
    setId(crypto.randomUUID());
    setWhoError(null);
    keepTyped(null);
  }, [close, form]);

  const choose = (next: PersonLink | null) => {
    setLink(next);
    setWhoError(null);
    for (const [name, value] of Object.entries(whoOf(next, text)))
      form.setValue(name as keyof FactsValues, value, { shouldDirty: true });
    // The next question takes the focus, or the field where she can be said anew.
    setTimeout(() => (next === null ? focusLine() : document.getElementById(form.fieldId('purpose'))?.focus()));
  };

  // The field has the focus already, most often: what is wrong there is said aloud as well.
  const refuse = (words: string | null) => {
    setWhoError(words);
    if (words === null) return;
    announce(words, 'alert');
    focusLine();
  };
  const isTyped = text.trim() !== '' || link !== null || form.formState.isDirty;
  const isCut = useCutFrom() !== null;
  const refusedLater = useRefusedLater();
  const put = async () => {
    if (link === null && text.trim() !== '') {
      refuse(
        isCut ? `Sin conexión: elija con ↓ «${unsoughtAct}».` : 'Elija con ↓ quién es, o que es una persona nueva.',
      );
      return;
    }
    const typed = now();
    await form.send(
      (facts, by) => sendOnce(typed, () => by.registerArrival({ arrivalId, facts })).catch(refusedLater(typed)),
      {
        words: ({ label, mustCall }) =>
          mustCall ? `${label} registrada. ${holdWords}.` : `${label} registrada, en espera.`,
        done: (registered) => {
          clear();
          onIn(registered.arrivalId);
          focusLine();
        },
      },
    );
  };
  /** By the key that works from everywhere on the screen: pressed once too often it would register nobody. */
  const putByKey = () => {
    if (isTyped) {
      void put();
      return;
    }
    refuse('Aún no hay nada escrito: diga quién llega, o presione el botón.');
  };
  /** Nobody came: an open door is closed, or it would stand on the board as never registered. */
  const cancel = async () => {
    // Closed by somebody else meanwhile, it is closed all the same.
    if (arrivalId !== null) await leaving.run((by) => by.closeArrival({ arrivalId, outcome: 'mistake' }));
    clear();
    focusLine();
  };
  const more = () => {
    keepTyped(now());
    go('/llegada/datos');
  };

  const now = (): TypedArrival => ({ facts: form.getValues() as ArrivalFacts, text, link, arrivalId, id });
  const latest = useKeptLine(now, isTyped);
  useBeforeLock(async (isPause) => {
    // Half a name goes on after a pause.
    if (isPause && latest.current().link === null) return;
    if (await waitBeforeLock(client, latest.current())) clear();
  });
  return {
    form,
    text,
    setText,
    link,
    choose,
    arrivalId,
    whoError,
    refuse,
    door,
    put,
    putByKey,
    cancel,
    more,
    isTyped,
    leaving,
  };
}
