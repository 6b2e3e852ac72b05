/** Candidates while a person is typed, through the gate, against reading every name with Jaro–Winkler. */
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import { jaroWinkler, type PersonFacts, type TypedFacts } from '../../src/shared/people/index.ts';
import { insideFile } from '../services/inside-file.ts';
import { inventPeople, seeded, writtenAgain } from '../support/invented-people.ts';
import { insertPersons } from '../support/person-rows.ts';
import { closeCentres, templateFolder } from '../support/start-application.ts';
import { freshFolder, openCopy } from './growing-centre.ts';
import { spreadOf, timeOf, type Row, type Spread } from './measure.ts';

const [fewer, more] = [10_000, 100_000] as const;
/** Persons typed, each in six steps; the first ones only warm up. */
const [asked, warmUp] = [40, 5] as const;

const nothingTyped: TypedFacts = {
  ...{ givenNames: null, firstSurname: null, secondSurname: null, aliases: null },
  ...{ documentKind: null, documentNumber: null, birth: null, age: null, phone: null },
};

/** What stands in the form at each pause of the typist. */
function pausesOf({ givenNames, firstSurname, secondSurname, birth, documents }: PersonFacts): TypedFacts[] {
  const number = documents[0]?.number ?? null;
  const steps: Partial<TypedFacts>[] = [
    { firstSurname: firstSurname?.slice(0, 4) ?? null },
    { firstSurname },
    { secondSurname },
    { givenNames },
    { birth },
    { documentKind: number === null ? null : 'dni', documentNumber: number },
  ];
  let typed = nothingTyped;
  return steps.map((step) => (typed = { ...typed, ...step }));
}

type Names = readonly (string | null)[];

/** The five closest names of the record, the plain way: every row read, nothing but names looked at. */
function scan(db: Database, { firstSurname, secondSurname, givenNames }: TypedFacts): string[] {
  const asked: Names = [firstSurname, secondSurname, givenNames];
  const closeness = (names: Names) =>
    names.reduce((sum, name, at) => {
      const other = asked[at] ?? null;
      return name === null || other === null ? sum : sum + jaroWinkler(name, other);
    }, 0);
  const rows = db.prepare('select id, first_surname, second_surname, given_names from person').raw().all() as Names[];
  const scores = rows.map(([id, ...names]) => ({ id: id ?? '', score: closeness(names) }));
  return scores
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 5)
    .map(({ id }) => id);
}

async function centreOf(people: readonly PersonFacts[]) {
  const folder = freshFolder(await templateFolder());
  await insideFile(folder, (db) => insertPersons(db, people));
  const centre = await openCopy(folder);
  const desk = await centre.as('admision');
  const { arrivalId } = await desk.openArrival({});
  const suggest = (facts: TypedFacts) => {
    centre.clock.advance(2000);
    return timeOf(() => desk.suggestPersons({ facts, arrivalId, role: 'user' }));
  };
  // The keys of rows that came in another way are made in the background; a search says until when.
  const isMade = async () => {
    centre.clock.advance(2000);
    const found = await desk.suggestPersons({
      facts: { ...nothingTyped, firstSurname: 'Nadie' },
      arrivalId,
      role: 'user',
    });
    return found.preparedPercent === undefined;
  };
  const keysMs = await timeOf(async () => {
    while (!(await isMade())) await new Promise((resolve) => setTimeout(resolve, 200));
  });
  return { folder, suggest, keysMs };
}

type Times = { readonly ours: number[]; readonly scan: number[] };

function rowOf(persons: number, times: Times, keysMs: number): Row {
  const [ours, other] = [spreadOf(times.ours), spreadOf(times.scan)];
  const note = `p95 ${ours.p95.toFixed(1)} ms against ${other.p95.toFixed(1)} ms, 1/${(other.p95 / ours.p95).toFixed(0)} of the scan (p50 1/${(other.median / ours.median).toFixed(0)}); other side: every name read and compared by Jaro–Winkler, without the gate; all keys made in the background in ${(keysMs / 1000).toFixed(0)} s`;
  const what = `candidates while typing, ${persons.toLocaleString('en')} persons`;
  return { what, figure: ours, unit: 'ms', aim: 'p95 ≤ 16 ms and ≤ 1/50 of the scan', ours, other, note };
}

type Size = Awaited<ReturnType<typeof centreOf>> & { readonly persons: number; readonly times: Times };

async function typeInto(sizes: readonly Size[], people: readonly PersonFacts[]): Promise<void> {
  const [small, large] = sizes.map(({ folder }) => folder) as [string, string];
  await insideFile(small, (first) =>
    insideFile(large, async (second) => {
      const random = seeded(3);
      for (let at = -warmUp; at < asked; at += 1) {
        // In both records: of the first ten thousand.
        const person = writtenAgain(people[(at + warmUp) * 131] as PersonFacts, random);
        for (const typed of pausesOf(person)) {
          for (const [which, { suggest, times }] of sizes.entries()) {
            const ours = await suggest(typed);
            const scanned = await timeOf(() => scan(which === 0 ? first : second, typed));
            if (at < 0) continue;
            times.ours.push(ours);
            times.scan.push(scanned);
          }
        }
      }
    }),
  );
}

export async function candidateRows(): Promise<Row[]> {
  const people = inventPeople(more, seeded(20260610));
  const sizes: Size[] = [];
  for (const persons of [fewer, more]) {
    sizes.push({ persons, ...(await centreOf(people.slice(0, persons))), times: { ours: [], scan: [] } });
  }
  await typeInto(sizes, people);
  await closeCentres();
  const [small, large] = sizes.map(({ times }) => spreadOf(times.ours)) as [Spread, Spread];
  const ratios = (sizes[1]?.times.ours ?? []).map((ms, at) => ms / (sizes[0]?.times.ours[at] ?? Number.NaN));
  const growth = { ...spreadOf(ratios), median: large.median / small.median, p95: large.p95 / small.p95 };
  return [
    ...sizes.map(({ persons, times, keysMs }) => rowOf(persons, times, keysMs)),
    {
      what: 'candidates while typing, growth',
      figure: growth,
      unit: 'times',
      aim: '≤ 1.3 ×',
      ours: large,
      other: small,
      note: `ratio of the medians, ten times the persons; of the p95: ${growth.p95.toFixed(2)} ×`,
    },
  ];
}
