/** The chain against what is outside: start keys on sealed papers, heads of copies, codes on papers and sheets. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { mayEver } from '../../shared/access/index.ts';
import {
  judgeWitness,
  problemsOf,
  type auditContract,
  type HashWords,
  type JudgedWitness,
  type SegmentView,
  type Witness,
} from '../../shared/audit/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import {
  inside,
  twoPhase,
  type CallFrame,
  type Handlers,
  type Preparation,
  type Unit,
} from '../platform/gate/handler.ts';
import type { ChainProof, SegmentProof, TypedStartKey } from '../platform/storage/audit-chain.ts';
import { sealWords } from '../platform/storage/witness.ts';
import { proveInThread, type ChainSource } from './prove.ts';
import { typedKey } from './segment-keys.ts';
import { beginSegment, type SegmentParts } from './segments.ts';
import { tablesIn, type Trx } from './tables.ts';
import { valueIn, columnsIn } from '../platform/storage/rows.ts';

type Contract = typeof auditContract;
type Asked = InputOf<Contract['proveRecord']>;

/** A file of a folder: what it witnesses, `unreadable` for one of ours that is damaged, null for another's. */
export type WitnessReader = (path: string, text: string) => Witness | 'unreadable' | null;

export type ProvingParts = SegmentParts & {
  /** The open record for a connection of its own; the key stays the owner's. */
  readonly source: () => ChainSource;
  /** How the files of a folder are read: of copies and of published months. */
  readonly readers: (trx: Trx) => Promise<readonly WitnessReader[]>;
  /** Codes that the record itself keeps of papers and months that left. */
  readonly keptWitnesses: (trx: Trx) => Promise<readonly Witness[]>;
};

const mostFiles = 20_000;
const mostBytes = 8 * 1024 * 1024;
/** The folder itself, one that holds copies, and each copy in it. */
const deepest = 3;

/** JSON files below a folder; links are not followed, so that no folder leads back to itself. */
function jsonFilesIn(folder: string): string[] {
  const found: string[] = [];
  const walk = (at: string, depth: number): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (found.length >= mostFiles) return;
      const path = join(at, entry.name);
      if (entry.isDirectory() && depth < deepest) walk(path, depth + 1);
      if (entry.isFile() && entry.name.endsWith('.json') && statSync(path).size <= mostBytes) found.push(path);
    }
  };
  walk(folder, 0);
  return found;
}

type Outside = { readonly witnesses: Witness[]; readonly unreadable: string[]; readonly foundNothing: boolean };
const nothingOutside: Outside = { witnesses: [], unreadable: [], foundNothing: false };

function readOutside(folder: string, readers: readonly WitnessReader[]): Outside {
  const witnesses: Witness[] = [];
  const unreadable: string[] = [];
  for (const path of jsonFilesIn(folder)) {
    const text = readFileSync(path, 'utf8');
    for (const read of readers) {
      const one = read(path, text);
      if (one === 'unreadable') unreadable.push(path.slice(folder.length + 1));
      else if (one !== null) witnesses.push(one);
    }
  }
  return { witnesses, unreadable, foundNothing: witnesses.length === 0 };
}

async function chosenFolder({ session }: CallFrame, { folder, choosesFolder }: Asked): Promise<string | null> {
  if (!choosesFolder) return folder;
  const { dialogs } = session.connection.ports;
  if (dialogs === null) throw fail('rule-broken', 'no-copy-folder');
  const chosen = await dialogs.chooseFolder();
  if (chosen === null) throw fail('cancelled');
  return chosen;
}

function outsideOf(folder: string | null, readers: readonly WitnessReader[]): Outside {
  if (folder === null) return nothingOutside;
  try {
    if (!isAbsolute(folder)) throw new Error('a folder is given with its whole path');
    return readOutside(folder, readers);
  } catch {
    throw fail('storage', 'witness-folder-missing');
  }
}

export function viewOf({ macs, wrongFrom, utc, ...same }: SegmentProof): SegmentView {
  const proof = wrongFrom !== null ? 'wrong' : macs === null ? 'noKey' : 'held';
  return { ...same, from: utc, proof, wrongFrom };
}

async function sheetWitnesses(trx: Trx): Promise<Witness[]> {
  const rows = await columnsIn(tablesIn(trx), 'witness_sheet', ['number', 'seq', 'code', 'printed_at'], {});
  return rows.map(({ number, seq, code, printed_at: at }) => {
    return { source: 'sheet', name: number, seq, code, at, isProven: true };
  });
}

/** Codes of the entries that any witness names, as the record has them now. */
async function hashesOf(trx: Trx, seqs: readonly number[]): Promise<(seq: number) => HashWords | null> {
  const found = new Map<number, HashWords>();
  const wanted = [...new Set(seqs)];
  for (let at = 0; at < wanted.length; at += 500) {
    const rows = await columnsIn(tablesIn(trx), 'audit_entry', ['seq', 'hash'], { seq: wanted.slice(at, at + 500) });
    for (const { seq, hash } of rows) found.set(seq, { hex: hash.toString('hex'), words: sealWords(hash) });
  }
  return (seq) => found.get(seq) ?? null;
}

/** Judges witnesses by what stands in the chain now. */
export async function judgeAll(
  trx: Trx,
  witnesses: readonly Witness[],
  segments: readonly SegmentView[],
): Promise<JudgedWitness[]> {
  const hashOf = await hashesOf(
    trx,
    witnesses.map(({ seq }) => seq),
  );
  return witnesses.map((one) => judgeWitness(one, hashOf, segments));
}

/** What the record itself keeps of what left it: sheets, office copies, published months. */
export async function keptWitnesses(trx: Trx, parts: Pick<ProvingParts, 'keptWitnesses'>): Promise<Witness[]> {
  return [...(await sheetWitnesses(trx)), ...(await parts.keptWitnesses(trx))];
}

type Proven = {
  readonly proof: ChainProof;
  readonly outside: Outside;
  readonly typed: readonly TypedStartKey[];
};

async function prepare(call: Preparation<Trx>, asked: Asked, parts: ProvingParts): Promise<Proven> {
  // Whoever types the key of the segment in use must be able to carry the next one away.
  if (asked.startKeys.length > 0 && !mayEver(call.session.roles, 'audit.segmentKey')) throw fail('forbidden');
  const typed = asked.startKeys.map(({ segment, key }) => ({ segment, key: typedKey(key) }));
  try {
    const folder = await chosenFolder(call, asked);
    const outside = outsideOf(folder, await call.read((trx) => parts.readers(trx)));
    return { proof: await proveInThread(parts.source(), typed), outside, typed };
  } finally {
    for (const { key } of typed) key.fill(0);
  }
}

/** Bad ones all, of the good ones the newest: what the screen lists. */
function listedOf(judged: readonly JudgedWitness[]): { witnesses: JudgedWitness[]; holdsUntil: number | null } {
  const held = judged.filter(({ verdict }) => verdict === 'held').toSorted((a, b) => b.seq - a.seq);
  const others = judged.filter(({ verdict }) => verdict !== 'held').toSorted((a, b) => a.seq - b.seq);
  return { witnesses: [...others, ...held.slice(0, 1)], holdsUntil: held[0]?.seq ?? null };
}

/** Whether the segment in use is one whose start key was typed just now: known to more than its envelope. */
async function isKeyKnown(trx: Trx, { proof }: Proven): Promise<boolean> {
  const state = await tablesIn(trx).selectFrom('audit_state').select('segment').executeTakeFirst();
  return proof.segments.some(({ segment, macs }) => segment === state?.segment && macs !== null);
}

async function commit(unit: Unit<Trx>, proven: Proven, parts: ProvingParts) {
  const { trx, session } = unit;
  const { proof, outside } = proven;
  const segments = proof.segments.map(viewOf);
  const judged = await judgeAll(trx, [...outside.witnesses, ...(await keptWitnesses(trx, parts))], segments);
  const facts = { ...proof, ...outside, segments, witnesses: judged };
  const problems = problemsOf(facts);
  const isSound = problems.length === 0;
  // A failed check changes nothing; a session that may only read begins nothing.
  const begins = isSound && !session.isReadOnly && (await isKeyKnown(trx, proven));
  const newSegment = begins ? await beginSegment(trx, parts, session.staffId) : null;
  unit.note({
    entries: proof.entries,
    keys: proven.typed.length,
    compared: judged.length,
    problems: problems.length,
    ...(newSegment === null ? {} : { newSegment }),
  });
  return {
    isSound,
    entries: proof.entries,
    head: { seq: proof.head.seq, seal: sealWords(proof.head.hash) },
    brokenAt: proof.brokenAt,
    segments,
    ...listedOf(judged),
    compared: judged.length,
    problems,
    newSegment,
  };
}

async function compare(
  unit: Unit<Trx>,
  { seq, code }: InputOf<Contract['compareWitness']>,
): Promise<OutputOf<Contract['compareWitness']>> {
  const typed: Witness = { source: 'typed', name: '', seq, code, at: null, isProven: true };
  const [judged] = await judgeAll(unit.trx, [typed], []);
  const { trx } = unit;
  const at = await valueIn(tablesIn(trx), 'audit_entry.utc', { seq });
  const number = await valueIn(tablesIn(trx), 'witness_sheet.number', { seq });
  const verdict = judged?.verdict === 'held' || judged?.verdict === 'beyond' ? judged.verdict : 'different';
  unit.note({ seq, verdict });
  return { verdict, at: at ?? null, sheet: number ?? null };
}

export function provingHandlers(parts: ProvingParts): Pick<Handlers<Contract, Trx>, 'proveRecord' | 'compareWitness'> {
  return {
    proveRecord: twoPhase<Contract['proveRecord'], Trx, Proven>({
      prepare: (call, asked) => prepare(call, asked, parts),
      commit: (unit, _asked, proven) => commit(unit, proven, parts),
    }),
    compareWitness: inside(compare),
  };
}
