import { useCallback, useRef, useState } from 'react';
import type { SheetLine } from '../../../shared/register/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { copyText } from '../clipboard.ts';
import type { PassLines } from '../queries.ts';
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
  readonly pass: (lines: readonly SheetLine[], isPassed: boolean) => Promise<void>;
};

type Options = {
  /** Lines to pass, in the order of the form. */
  readonly lines: readonly SheetLine[];
  readonly mode: CopyMode;
  readonly passLines: PassLines;
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
export function useCopying({ lines, mode, passLines }: Options): Copying {
  const client = useClient();
  const [copiedId, setCopiedId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  // Passed a moment ago and not answered yet: a quick second key must not meet them again.
  const passing = useRef(new Set<string>());
  const copied = lines.find(({ id }) => id === copiedId) ?? null;

  const pass = useCallback(
    async (some: readonly SheetLine[], isPassed: boolean) => {
      setProblem(null);
      try {
        if (some.length > 0) await passLines(some, isPassed);
      } catch (error) {
        setProblem(wordsOf(failureOf(error)));
      }
    },
    [passLines],
  );

  const waits = (line: SheetLine) => !line.isWithheld && line.state !== 'done' && !passing.current.has(line.id);

  const copy = async (line: SheetLine): Promise<boolean> => {
    setProblem(null);
    try {
      if (line.value !== '') await copyText(client, textOf(line, mode), line);
    } catch {
      setProblem('El navegador no dejó copiar. Haga clic en esta ventana e intente otra vez; no se marcó nada.');
      return false;
    }
    setCopiedId(line.id);
    const words = saidOf(line, mode, lines.filter((other) => other.id !== line.id && waits(other)).length);
    setSaid(words);
    announce(words);
    return true;
  };

  const finish = async (line: SheetLine | null) => {
    if (line === null || line.state === 'done' || passing.current.has(line.id)) return;
    passing.current.add(line.id);
    await pass([line], true);
    passing.current.delete(line.id);
  };

  const next = async () => {
    const at = lines.findIndex(({ id }) => id === copiedId);
    const ahead = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))].find(waits);
    if (ahead !== undefined && !(await copy(ahead))) return;
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
    if (before.state === 'done') await pass([before], false);
  };

  return { copied, said, problem, next, back, copy, pass };
}
