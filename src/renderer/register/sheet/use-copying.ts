import { useRef, useState } from 'react';
import type { SheetLine } from '../../../shared/register/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client.ts';
import { useAct } from '../../platform/forms/index.ts';
import { copyText } from '../clipboard.ts';
import { useKeepPassed } from '../queries.ts';
import { lineName } from '../words.ts';

/** What of an answer goes to the clipboard: the code of the register, or its words. */
export type CopyMode = 'value' | 'words';

export type Copying = {
  /** The line copied last; null before the first. */
  readonly copied: SheetLine | null;
  /** What was done last, in a sentence; '' before the first. */
  readonly said: string;
  readonly problem: string | null;
  /** Ticks off the line copied last and copies the one after it. */
  readonly next: () => Promise<void>;
  /** Takes the tick of the line before back and copies it again. */
  readonly back: () => Promise<void>;
  readonly copy: (line: SheetLine) => Promise<boolean>;
  readonly pass: (line: SheetLine, isPassed: boolean) => Promise<void>;
};

type Options = {
  readonly caseId: string;
  /** Lines to pass, in the order of the form. */
  readonly lines: readonly SheetLine[];
  readonly mode: CopyMode;
};

export function textOf({ value, words }: SheetLine, mode: CopyMode): string {
  return mode === 'words' && words !== '' ? words : value;
}

function saidOf(line: SheetLine, mode: CopyMode, left: number): string {
  const answer = line.isReserved ? 'dato en reserva; se borra del portapapeles en 20 segundos' : textOf(line, mode);
  const done =
    line.value === '' ? `Bórrela en el registro central: ${lineName(line)}.` : `Copiada: ${lineName(line)}: ${answer}.`;
  return `${done} ${left === 0 ? 'Es la última.' : left === 1 ? 'Queda 1.' : `Quedan ${left}.`}`;
}

/** The key that copies answer after answer, and the ticks that go with it. */
export function useCopying({ caseId, lines, mode }: Options): Copying {
  const client = useClient();
  const act = useAct();
  const keep = useKeepPassed(caseId);
  const [copiedId, setCopiedId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  // Passed a moment ago and not answered yet: a quick second key must not meet them again.
  const passing = useRef(new Set<string>());
  const copied = lines.find(({ id }) => id === copiedId) ?? null;

  // Keys come faster than answers: a tick waits for the one before it.
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const pass = async ({ id, mark }: SheetLine, isPassed: boolean) => {
    turn.current = turn.current.then(() =>
      act.run((acting) => acting.passRegisterLines({ caseId, lines: [{ id, mark, isPassed }] }), {
        of: id,
        done: keep,
      }),
    );
    await turn.current;
  };

  const waits = (line: SheetLine) => !line.isWithheld && line.state !== 'done' && !passing.current.has(line.id);

  const copy = async (line: SheetLine, passed: SheetLine | null = null): Promise<boolean> => {
    act.say(null);
    try {
      if (line.value !== '') await copyText(client, textOf(line, mode), line);
    } catch {
      act.say('El navegador no dejó copiar. Haga clic en esta ventana e intente otra vez; no se marcó nada.');
      return false;
    }
    setCopiedId(line.id);
    const left = lines.filter((other) => other.id !== line.id && other.id !== passed?.id && waits(other)).length;
    const words = saidOf(line, mode, left);
    setSaid(words);
    announce(words);
    return true;
  };

  const finish = async (line: SheetLine | null) => {
    if (line === null || line.state === 'done' || passing.current.has(line.id)) return;
    passing.current.add(line.id);
    await pass(line, true);
    passing.current.delete(line.id);
  };

  const next = async () => {
    const at = lines.findIndex(({ id }) => id === copiedId);
    const ahead = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))].find(waits);
    if (ahead !== undefined && !(await copy(ahead, copied))) return;
    if (ahead === undefined) {
      setSaid('No queda ninguna respuesta por copiar.');
      announce('No queda ninguna respuesta por copiar.');
      setCopiedId(null);
    }
    await finish(copied);
  };

  const back = async () => {
    const at = copied === null ? lines.length : lines.findIndex(({ id }) => id === copied.id);
    const before = lines.slice(0, at).findLast(({ isWithheld }) => !isWithheld);
    if (before === undefined || !(await copy(before))) return;
    if (before.state === 'done') await pass(before, false);
  };

  return { copied, said, problem: act.problem, next, back, copy, pass };
}
