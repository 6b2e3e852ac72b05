/** The structure of a tagged PDF, as a program that reads it aloud gets it. */
import { execFileSync } from 'node:child_process';

export type SaidPart = {
  /** What it is, from the outside in, without the document itself. */
  readonly path: readonly string[];
  readonly text: string;
};

/** Parts that hold text, in their order. `pdfinfo` names one part a line, further in the deeper it is, and quotes its text. */
export function structureOf(pdf: Uint8Array): SaidPart[] {
  const said = execFileSync('pdfinfo', ['-enc', 'UTF-8', '-struct-text', '-'], { input: pdf }).toString('utf8');
  const parts: { path: string[]; text: string }[] = [];
  const open: string[] = [];
  for (const line of said.split('\n')) {
    const [, indent = '', words = ''] = /^( *)(.*)$/.exec(line) ?? [];
    const quoted = /^"(.*)"$/.exec(words)?.[1];
    const last = parts.at(-1);
    if (quoted !== undefined && last !== undefined) last.text += quoted;
    const role =
      quoted === undefined
        ? /^(?:H\d|P|L|LI|Lbl|LBody|BlockQuote|Table|TR|TH|TD|Document)\b/.exec(words)?.[0]
        : undefined;
    if (role === undefined) continue;
    open.splice(indent.length / 2, open.length, role);
    parts.push({ path: open.slice(1), text: '' });
  }
  return parts.filter(({ path, text }) => text !== '' || /^T[HD]$/.test(path.at(-1) ?? ''));
}
