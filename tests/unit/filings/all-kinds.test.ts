/** Every kind on a rich, a poor and an excessive invented case: nothing is lost, nothing reserved is printed. */
import { measureDetails, precautionaryDetails } from '../../../src/shared/filings/kinds/base.ts';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import {
  blankAnswersOf,
  composeFiling,
  inventedGiven,
  kinds,
  templateKinds,
  type FilingFacts,
  type FilingOptions,
  type TemplateKind,
} from '../../../src/shared/filings/index.ts';
import type { Paper } from '../../../src/shared/papers/blocks.ts';
import { issueOf } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'writs-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' });

function composed(kind: TemplateKind, facts?: Partial<FilingFacts>, options?: Partial<FilingOptions>) {
  const given = inventedGiven(kind);
  return composeFiling({ ...given.facts, ...facts }, { ...given.options, ...options }, issueOf(kind));
}

function stringsOf(paper: Paper): string[] {
  const found: string[] = [];
  const walk = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      if (key !== 'kind' && key !== 'align') found.push(value);
    } else if (Array.isArray(value))
      value.forEach((one) => {
        walk(one);
      });
    else if (value !== null && typeof value === 'object') {
      for (const [name, part] of Object.entries(value)) walk(part, name);
    }
  };
  walk(paper.blocks);
  return found;
}

const bare = (text: string) =>
  text
    .replace(/N\.º 2026-000001 · Página \d+ de \d+|PRÁCTICA · DATOS INVENTADOS · SIN VALOR LEGAL/g, '')
    // Numbers of list items stand between the first line and the second.
    .replace(/^\d+\.(?=\s|$)/gm, '')
    .replace(/[\s\f]+/g, '');

async function printed(kind: TemplateKind, paper: Paper) {
  const { bytes } = await printPaper(paper, { fontFolder });
  const file = join(folder, `kind-${kind}.pdf`);
  writeFileSync(file, bytes);
  return { file, text: run('pdftotext', '-layout', file, '-'), raw: run('pdftotext', '-raw', file, '-') };
}

const nobody = { document: null, age: null, occupation: null, address: { kind: 'unknown' as const } };
const poor: Partial<FilingFacts> = {
  user: {
    names: null, gender: 'female', age: null, document: null, address: { kind: 'unknown' }, disability: null,
    pregnancyWeeks: null, pregnant: false, dependsOnAggressor: null,
  },
  aggressor: { ...nobody, names: null, description: null, gender: null, bond: null, livesWithUser: null, hasWeapon: null, records: null },
  incident: { date: null, hour: null, place: null, district: null, violenceType: null, acts: [], account: null },
  earlierEvents: [],
  risk: { centre: null, instrument: null },
  children: [],
  commonProperty: null,
  complaint: null,
  wantsSponsorship: null,
  lawyer: null,
  professional: null,
  coordinator: null,
}; // prettier-ignore

const emptied = (kind: TemplateKind): Partial<FilingOptions> => ({
  addressee: null, courtFileNumber: null, measures: [], precautionary: [], articles: [], evidence: [], annexes: [],
  lists: {}, answers: blankAnswersOf(kind),
}); // prettier-ignore

const names = (word: string) => `${word} `.repeat(100).slice(0, 398).trim();

const excessive: Partial<FilingFacts> = {
  user: { ...inventedGiven(3).facts.user, names: names('Inventada') },
  incident: { ...inventedGiven(3).facts.incident, account: `Comienza. ${'Me dijo que no saldría. '.repeat(830)} Termina.` },
  otherVictims: Array.from({ length: 12 }, (_, index) => ({
    names: `Agraviada Inventada ${'ABCDEFGHIJKL'[index] ?? ''}`, document: { kind: 'none' as const }, age: 20 + index,
  })),
  otherAccused: Array.from({ length: 15 }, (_, index) => ({ ...nobody, names: `Persona Imaginaria ${index + 1}`, bond: null })),
  children: Array.from({ length: 40 }, (_, index) => ({ initials: `I. ${String.fromCodePoint(65 + (index % 26))}. ${index < 26 ? 'A' : 'B'}.`, age: index % 18 })),
}; // prettier-ignore

describe.each(templateKinds)('kind %i', (kind) => {
  it('prints its whole text from a rich case, in a sound file with its fonts', async () => {
    const { paper, missing } = composed(kind);
    expect(missing).toEqual([]);
    const { file, raw } = await printed(kind, paper);
    const whole = bare(raw);
    expect(stringsOf(paper).filter((text) => !whole.includes(bare(text)))).toEqual([]);
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.filter((line) => !/ yes +yes +yes /.test(line))).toEqual([]);
  });

  it('prints what is missing of a poor case and lists it, required first', async () => {
    const { paper, missing } = composed(kind, poor, emptied(kind));
    const { raw } = await printed(kind, paper);
    expect(raw).toContain('[FALTA:');
    const weights = missing.map(({ weight }) => weight);
    expect(weights.indexOf('recommended')).toBeGreaterThan(weights.lastIndexOf('required'));
    const wanted = new Set(missing.map(({ fact }) => fact));
    const optional = new Set<string>([...measureDetails, ...precautionaryDetails, 'escrito.urgencia']);
    const known = (path: string) =>
      path.startsWith('pedido.') || path === 'centro.domicilio_procesal' || optional.has(path);
    expect(kinds[kind].facts.required.filter((path) => !wanted.has(path) && !known(path))).toEqual([]);
    expect(JSON.stringify(paper)).not.toMatch(/undefined|null\b(?=")|\[object/);
  });

  it('loses nothing of an excessive case', async () => {
    const { paper } = composed(kind, excessive);
    const { raw } = await printed(kind, paper);
    const whole = bare(raw);
    expect(
      stringsOf(paper)
        .flatMap((text) => text.split('\n'))
        .filter((text) => !whole.includes(bare(text))),
    ).toEqual([]);
  });

  it('names a child by its initials only', () => {
    const guardian = { names: 'Madre Inventada', document: { kind: 'none' as const }, bond: 'madre' };
    const user = { ...inventedGiven(kind).facts.user, names: 'Niñita Secreta Inventada', age: 9 };
    const { paper } = composed(kind, {
      user,
      guardian,
      otherVictims: [{ names: 'Hermanito Secreto', document: null, age: 7 }],
    });
    const text = stringsOf(paper).join(' ');
    expect(text).not.toMatch(/secret[ao]/i);
  });
});
