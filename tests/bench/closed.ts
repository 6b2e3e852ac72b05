/** How long a refusal takes must not tell why: a ficha that is not there, a sealed one, one of a conflict (bad input 61). */
import { insideFile } from '../services/inside-file.ts';
import { declare } from '../services/reception/at-the-door.ts';
import { seal } from '../services/reserve/sealing.ts';
import { closeCentres, passphrase, type TestCentre } from '../support/start-application.ts';
import { inventedCase, openCopy } from './growing-centre.ts';
import { spreadOf, timeOf, type Row, type Spread } from './measure.ts';

type Ficha = { readonly id: string; readonly number: string };
const kinds = ['absent', 'sealed', 'conflicted'] as const;
type Kind = (typeof kinds)[number];

const repeats = { warmUp: 10, runs: 101 };

async function twoFichas(snapshot: string): Promise<[Ficha, Ficha]> {
  return insideFile(snapshot, (db) => {
    const rows = db.prepare('select id, number from case_file order by number limit 2').all() as Ficha[];
    const [one, other] = rows;
    if (one === undefined || other === undefined) throw new Error('A bench centre without fichas.');
    return [one, other];
  });
}

/** In turn, so that a slow moment of the machine meets all three. */
async function inTurn(ask: (kind: Kind) => Promise<unknown>): Promise<Record<Kind, Spread>> {
  const times: Record<Kind, number[]> = { absent: [], sealed: [], conflicted: [] };
  for (let run = -repeats.warmUp; run < repeats.runs; run += 1) {
    for (const kind of kinds) {
      const time = await timeOf(() => ask(kind));
      if (run >= 0) times[kind].push(time);
    }
  }
  return { absent: spreadOf(times.absent), sealed: spreadOf(times.sealed), conflicted: spreadOf(times.conflicted) };
}

function rowOf(what: string, spreads: Record<Kind, Spread>): Row {
  const medians = kinds.map((kind) => spreads[kind].median);
  const apart = Math.max(...medians) - Math.min(...medians);
  const figure: Spread = { ...spreads.absent, median: apart, min: apart, max: apart, p95: apart };
  const note = kinds.map((kind) => `${kind} ${spreads[kind].median.toFixed(2)} ms`).join(', ');
  return { what, figure, unit: 'ms', aim: '≤ 5 ms apart', ours: spreads.absent, other: spreads.conflicted, note };
}

async function refused(centre: TestCentre, procedure: string, input: object): Promise<void> {
  const { token } = await centre.sessionOf('legal');
  centre.clock.advance(2000);
  const call = { procedure, input, session: token, key: crypto.randomUUID(), password: passphrase };
  const envelope = await centre.application.invoke(call);
  if (envelope.ok || envelope.failure.code !== 'not-found') throw new Error('A closed ficha was not refused.');
}

export async function closedRows(snapshot: string): Promise<Row[]> {
  const [sealed, conflicted] = await twoFichas(snapshot);
  const centre = await openCopy(snapshot);
  await seal(centre, sealed.id);
  const { givenNames, firstSurname } = inventedCase(1).aggressor ?? {};
  await declare(centre, 'legal', { givenNames: givenNames ?? null, firstSurname: firstSurname ?? null });
  const absent = { id: crypto.randomUUID(), number: '2026-999999' };
  const of = { absent, sealed, conflicted };
  const read = await inTurn((kind) => refused(centre, 'getCase', { caseId: of[kind].id }));
  const handed = await inTurn((kind) => refused(centre, 'handOverCase', { caseId: of[kind].id, service: 'legal' }));
  const asked = await inTurn((kind) =>
    refused(centre, 'openExceptionalAccess', { number: of[kind].number, reason: 'isHere', words: null }),
  );
  await closeCentres();
  return [
    rowOf('closed ficha, a reading refused', read),
    rowOf('closed ficha, a handover refused', handed),
    rowOf('closed ficha, acceso excepcional refused', asked),
  ];
}
