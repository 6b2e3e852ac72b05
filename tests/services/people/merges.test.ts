/** Two records of one person: joined with the approval of a second person, taken apart again, and no row lost. */
import { afterEach, describe, expect, it } from 'vitest';
import { inTransaction, type Trx } from '../../support/tables.ts';
import { unmergePersons } from '../../../src/main/people/merge-repository.ts';
import { ownReferences, personReferences } from '../../../src/main/person-moves.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import { personDraft, type MergeComparison } from '../../../src/shared/people/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { blankArrivalFacts } from '../../../src/shared/reception/index.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import type { Database } from '../../../src/main/platform/storage/open-database.ts';
import { anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

type Member = Client<Contract>;
const again = { password: passphrase };

async function partiesOf(centre: TestCentre, caseId: string) {
  const { main } = await (await centre.as('coordina')).listCasePersons({ caseId });
  const idOf = (role: 'user' | 'aggressor') => main.find((one) => one.role === role)?.personId ?? '';
  return { userId: idOf('user'), aggressorId: idOf('aggressor') };
}

/** One woman written down twice, with the same man written down twice. */
async function twoFichas(centre: TestCentre) {
  const first = await centre.aCase();
  const second = await centre.aCase({
    user: { givenNames: 'Rosita', document: { kind: 'passport', state: 'known', number: 'XY123456' } },
    aggressor: { givenNames: 'Pedro', aliases: 'El Chato' },
  });
  const one = await partiesOf(centre, first.caseId);
  const other = await partiesOf(centre, second.caseId);
  return { first, second, kept: one, absorbed: other };
}

async function propose(
  centre: TestCentre,
  keptId: string,
  absorbedId: string,
  change: Partial<MergeComparison['choices']> = {},
) {
  const coordinator = await centre.as('coordina');
  const { choices } = await coordinator.comparePersons({ keptId, absorbedId });
  return coordinator.proposePersonMerge({ keptId, absorbedId, choices: { ...choices, ...change } });
}

async function join(centre: TestCentre, keptId: string, absorbedId: string): Promise<string> {
  const { proposalId } = await propose(centre, keptId, absorbedId);
  return (await (await centre.as('psico')).approvePersonMerge({ proposalId }, again)).mergeId;
}

async function separate(centre: TestCentre, mergeId: string): Promise<void> {
  const { proposalId } = await (await centre.as('coordina')).proposePersonUnmerge({ mergeId });
  await (await centre.as('legal')).approvePersonUnmerge({ proposalId }, again);
}

/** Every column of the schema that refers to a person. */
function referencesOf(db: Database): { table: string; column: string }[] {
  const tables = db.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  return tables.flatMap(({ name: table }) =>
    (db.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[])
      .filter((key) => key.table === 'person')
      .map((key) => ({ table, column: key.from })),
  );
}

/** Rows of every table but those that only grow; versions, stamps and proposals are those of the acts themselves. */
function rowsOf(db: Database): Record<string, unknown> {
  // What the team was told stays told.
  const grows = /^(alert|audit_|change_set|field_change|person_merge|proposal|meta|idempotency|sqlite_)/;
  const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").all() as {
    name: string;
  }[];
  return Object.fromEntries(
    tables
      .filter(({ name }) => !grows.test(name))
      .map(({ name }) => {
        const rows = db.prepare(`select * from "${name}"`).all() as Record<string, unknown>[];
        const plain = rows.map((row) => {
          const own = Object.entries(row).filter(
            ([column]) => !['version', 'row_version', 'updated_at'].includes(column),
          );
          return JSON.stringify(Object.fromEntries(own));
        });
        return [name, plain.toSorted()];
      }),
  );
}

describe('schema', () => {
  it('names every column that refers to a person: moved with her, or part of her own record', async () => {
    const centre = await startCentre();
    await centre.close();
    const found = await insideFile(centre.folder, referencesOf);
    const named = [...personReferences, ...ownReferences].map(({ table, column }) => ({ table, column }));
    const order = (one: { table: string; column: string }) => `${one.table}.${one.column}`;
    expect(found.map(order).toSorted()).toEqual(named.map(order).toSorted());
  });
});

describe('merging two persons', () => {
  it('leaves nothing that points to the absorbed one but the merge, and goes back to every row as it was', async () => {
    const centre = await startCentre();
    const { second, kept, absorbed } = await twoFichas(centre);
    const psychologist = await centre.as('psico');
    const part = { role: 'witness', bond: 'sibling', livesWithUser: false } as const;
    const third = await centre.aCase({ user: { givenNames: 'Otra Inventada', document: noDocument } });
    await psychologist.addParticipant({
      caseId: third.caseId,
      who: { kind: 'known', personId: absorbed.userId },
      part,
    });
    const desk = await centre.as('admision');
    const { arrivalId } = await desk.openArrival({});
    await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), personId: absorbed.userId } });
    await centre.close();
    const before = await insideFile(centre.folder, rowsOf);

    let open = await centre.restart();
    const women = await join(open, kept.userId, absorbed.userId);
    const men = await join(open, kept.aggressorId, absorbed.aggressorId);
    expect((await partiesOf(open, second.caseId)).userId).toBe(kept.userId);
    await open.close();
    const pointing = await insideFile(open.folder, (db) =>
      referencesOf(db)
        .filter(
          ({ table, column }) => !(table === 'person_merge' && column === 'absorbed_id') && table !== 'person_extra',
        )
        .flatMap(({ table, column }) =>
          db
            .prepare(`select '${table}' as name from ${table} where ${column} in (?, ?)`)
            .all(absorbed.userId, absorbed.aggressorId),
        ),
    );
    expect(pointing).toEqual([]);
    expect(await insideFile(open.folder, rowsOf)).not.toEqual(before);

    open = await open.restart();
    await separate(open, men);
    await separate(open, women);
    expect(await (await open.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
    await open.close();
    expect(await insideFile(open.folder, rowsOf)).toEqual(before);
  });

  it('takes along what was being typed of the absorbed one, to be compared, where its author types nothing already', async () => {
    const centre = await startCentre();
    const { second, kept, absorbed } = await twoFichas(centre);
    const { caseId } = second;
    const typed = async (login: Login, personId: string, words: string) => {
      const member = await centre.as(login);
      const { draftId } = await member.openDraft({ form: personDraft(personId), caseId });
      await member.saveDraft({ draftId, body: JSON.stringify({ version: 2, values: { words } }) });
    };
    const found = async (login: Login, personId: string) =>
      (await (await centre.as(login)).openDraft({ form: personDraft(personId), caseId })).body;
    await typed('psico', absorbed.userId, 'de la psicóloga');
    await typed('social', absorbed.userId, 'de la trabajadora social');
    await typed('social', kept.userId, 'lo que ya escribía');
    await (await centre.as('legal')).openDraft({ form: personDraft(kept.userId), caseId });
    await typed('legal', absorbed.userId, 'de la abogada');
    await join(centre, kept.userId, absorbed.userId);
    expect(await found('psico', kept.userId)).toBe('{"version":0,"values":{"words":"de la psicóloga"}}');
    expect(await found('social', kept.userId)).toContain('lo que ya escribía');
    expect(await found('legal', kept.userId)).toContain('de la abogada');
    for (const login of ['psico', 'social', 'legal'] as const) expect(await found(login, absorbed.userId)).toBeNull();
  });

  it('is proposed by Coordinación alone, and approved by another professional who can see what is joined', async () => {
    const centre = await startCentre();
    const { kept, absorbed } = await twoFichas(centre);
    const pair = { keptId: kept.userId, absorbedId: absorbed.userId };
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.comparePersons(pair))).toBe('forbidden/');
    const { proposalId } = await propose(centre, pair.keptId, pair.absorbedId);
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.approvePersonMerge({ proposalId }, again))).toBe('rule-broken/own-proposal');
    expect(await refusal(() => propose(centre, pair.keptId, pair.absorbedId))).toBe('duplicate/merge-proposed');
    const shown = await psychologist.getMergeProposal({ proposalId });
    expect(shown.differs).toEqual(['names', 'documents']);
    const queue = (await psychologist.listProposals({})).proposals[0];
    expect(queue).toMatchObject({ kind: 'person-merge', canDecide: true });
    expect(queue?.summary).not.toMatch(/Rosa|Rosita|Quispe|Condori/);
    await psychologist.approvePersonMerge({ proposalId }, again);
    expect(await refusal(() => psychologist.getMergeProposal({ proposalId }))).toBe('not-found/');
  });

  it('keeps the chosen value and loses none: aliases, documents and telephones of both', async () => {
    const centre = await startCentre();
    const { first, kept, absorbed } = await twoFichas(centre);
    const { proposalId } = await propose(centre, kept.userId, absorbed.userId, { documents: 'absorbed' });
    const lawyer = await centre.as('legal');
    await lawyer.approvePersonMerge({ proposalId }, again);
    const { record } = await lawyer.getCasePerson({ caseId: first.caseId, personId: kept.userId });
    expect(record).toMatchObject({
      givenNames: 'Rosa Inventada',
      aliases: ['Rosita Quispe Ficticia'],
      documents: [{ number: 'XY123456' }, { number: '00112233' }],
    });
    for (const query of ['Rosita Quispe', 'XY123456']) {
      const { candidates } = await lawyer.findPersons({ query, arrivalId: null, role: 'any' });
      expect(
        candidates.map((one) => one.personId),
        query,
      ).toContain(kept.userId);
      expect(
        candidates.map((one) => one.personId),
        query,
      ).not.toContain(absorbed.userId);
    }
    const { cases } = await lawyer.getPersonTimeline({ caseId: first.caseId, personId: kept.userId });
    expect(cases).toHaveLength(2);
  });

  it('keeps what was written after the merge when it is undone', async () => {
    const centre = await startCentre();
    const { first, second, kept, absorbed } = await twoFichas(centre);
    const mergeId = await join(centre, kept.userId, absorbed.userId);
    const psychologist = await centre.as('psico');
    const place = { caseId: first.caseId, personId: kept.userId };
    const { record, version } = await psychologist.getCasePerson(place);
    const next = { ...record, preferredName: 'Rosi' };
    await psychologist.saveCasePerson({ ...place, version, record: next, reason: { code: 'typing', text: null } });
    await separate(centre, mergeId);
    expect((await psychologist.getCasePerson(place)).record).toMatchObject({ preferredName: 'Rosi', aliases: [] });
    expect(await partiesOf(centre, second.caseId)).toEqual(absorbed);
    expect((await (await centre.as('coordina')).listMerges({})).merges).toMatchObject([{ undo: 'done' }]);
  });

  it('refuses the two persons of one case, a child of the other, and herself', async () => {
    const centre = await startCentre();
    const { first, kept, absorbed } = await twoFichas(centre);
    const psychologist = await centre.as('psico');
    expect(await refusal(() => propose(centre, kept.userId, kept.aggressorId))).toBe('rule-broken/merge-same-pair');
    expect(await refusal(() => propose(centre, kept.userId, kept.userId))).toBe('not-found/');
    const part = { role: 'child', bond: 'child', livesWithUser: true } as const;
    await psychologist.addParticipant({
      caseId: first.caseId,
      who: { kind: 'known', personId: absorbed.userId },
      part,
    });
    expect(await refusal(() => propose(centre, kept.userId, absorbed.userId))).toBe('rule-broken/merge-same-case');
  });

  it('refuses what would make one man user and aggressor through a second merge', async () => {
    const centre = await startCentre();
    const { kept, absorbed } = await twoFichas(centre);
    await join(centre, kept.userId, absorbed.userId);
    expect(await refusal(() => propose(centre, kept.userId, absorbed.aggressorId))).toBe('rule-broken/merge-same-pair');
  });

  it('does not join what changed after it was compared', async () => {
    const centre = await startCentre();
    const { first, kept, absorbed } = await twoFichas(centre);
    const { proposalId } = await propose(centre, kept.userId, absorbed.userId);
    const psychologist = await centre.as('psico');
    const place = { caseId: first.caseId, personId: kept.userId };
    const { record, version } = await psychologist.getCasePerson(place);
    const next = { ...record, preferredName: 'Rosi' };
    await psychologist.saveCasePerson({ ...place, version, record: next, reason: { code: 'typing', text: null } });
    expect(await refusal(() => psychologist.approvePersonMerge({ proposalId }, again))).toBe('conflict/merge-changed');
  });

  it('undoes the later merge first', async () => {
    const centre = await startCentre();
    const { kept, absorbed } = await twoFichas(centre);
    const third = await centre.aCase({ user: { givenNames: 'Rosaura', document: noDocument } });
    const { userId } = await partiesOf(centre, third.caseId);
    const first = await join(centre, kept.userId, absorbed.userId);
    const later = await join(centre, kept.userId, userId);
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.proposePersonUnmerge({ mergeId: first }))).toBe(
      'rule-broken/merge-later-first',
    );
    await separate(centre, later);
    await separate(centre, first);
    expect((await coordinator.listMerges({})).merges.map((one) => one.undo)).toEqual(['done', 'done']);
  });

  it('is undone once: by nobody again, not even from inside', async () => {
    const centre = await startCentre();
    const { kept, absorbed } = await twoFichas(centre);
    const mergeId = await join(centre, kept.userId, absorbed.userId);
    await separate(centre, mergeId);
    const coordinator = await centre.as('coordina');
    const proposals = await coordinator.listProposals({});
    expect(await refusal(() => coordinator.proposePersonUnmerge({ mergeId }))).toBe('rule-broken/merge-undone');
    expect(await coordinator.listProposals({})).toEqual(proposals);
    await centre.close();
    await insideFile(centre.folder, async (db) => {
      const before = rowsOf(db);
      const undo = (trx: Trx) => unmergePersons({ trx } as never, mergeId as never, 'x' as never);
      const pressed = () => inTransaction(queriesOf(db), undo);
      expect(await refusal(pressed)).toBe('rule-broken/merge-undone');
      expect(rowsOf(db)).toEqual(before);
    });
  });

  it('is not there for a person of a case that is closed to the reader', async () => {
    const centre = await startCentre();
    const { kept, absorbed } = await twoFichas(centre);
    const { proposalId } = await propose(centre, kept.userId, absorbed.userId);
    const lawyer = await centre.as('legal');
    await lawyer.declareConflict({
      person: {
        ...{ kinship: 'partner', documentKind: 'dni', documentNumber: '00112233' },
        ...{ givenNames: null, firstSurname: null, secondSurname: null },
      },
    });
    expect(await refusal(() => lawyer.getMergeProposal({ proposalId }))).toBe('not-found/');
    expect(await refusal(() => lawyer.approvePersonMerge({ proposalId }, again))).toBe('not-found/');
  });
});

const noDocument = { kind: null, state: 'notAsked', number: null } as const;

describe('«Quizá sea la misma»', () => {
  async function maybe(centre: TestCentre) {
    const known = await centre.aCase();
    const { userId } = await partiesOf(centre, known.caseId);
    const desk = await centre.as('admision');
    const { form } = await (await centre.as('psico')).getSectionA({ caseId: known.caseId });
    const opened = await desk.openCase({
      ...{ arrivalId: null, admission: { ...form.admission, fichaNumber: null } },
      user: aUser({ givenNames: 'Rosa', preferredName: 'Rosita', document: noDocument }),
      userLink: { kind: 'maybe', personId: userId },
      ...{ aggressor: anAggressor({ givenNames: 'Juan' }), aggressorLink: { kind: 'new' } },
    });
    await desk.handOverCase({ caseId: opened.caseId, service: 'psychology' });
    return { known, userId, caseId: opened.caseId };
  }

  async function validate(member: Member, caseId: string) {
    const { version } = await member.getCase({ caseId });
    const answers = {
      ...{ newEvent: true, sameAggressor: null, transferredSameEvent: null, servicesNeeded: 2 },
      lastAttentionElsewhereOn: null,
    };
    return member.validateCase({ caseId, version, answers, condition: 1, overrideReason: null });
  }

  it('stops the validation with a sentence until a professional says who she is', async () => {
    const centre = await startCentre();
    const { caseId } = await maybe(centre);
    const psychologist = await centre.as('psico');
    expect((await psychologist.getCase({ caseId })).unsettled).toMatchObject([{ role: 'user', needsReview: false }]);
    expect(await refusal(() => validate(psychologist, caseId))).toBe('rule-broken/person-unsettled');
    const { version } = await psychologist.getCase({ caseId });
    await psychologist.settlePerson({ caseId, version, role: 'user', isSame: false });
    expect(await refusal(() => validate(psychologist, caseId))).toBe('rule-broken/section-incomplete');
    const { sets } = await psychologist.listFormChanges({ caseId, section: 'a' });
    expect(sets.flatMap((set) => set.fields)).toContainEqual({
      ...{ field: 'identity', before: 'Por confirmar', after: 'Son distintas' },
    });
  });

  it('goes on with the known person, with what the desk wrote, and leaves no second record; it can be undone', async () => {
    const centre = await startCentre();
    const { caseId, userId } = await maybe(centre);
    const typed = (await partiesOf(centre, caseId)).userId;
    const psychologist = await centre.as('psico');
    const { version } = await psychologist.getCase({ caseId });
    await psychologist.settlePerson({ caseId, version, role: 'user', isSame: true });
    expect((await partiesOf(centre, caseId)).userId).toBe(userId);
    expect((await psychologist.getCase({ caseId })).unsettled).toEqual([]);
    const { record } = await psychologist.getCasePerson({ caseId, personId: userId });
    expect(record).toMatchObject({ preferredName: 'Rosita', aliases: ['Rosa Quispe Ficticia'] });
    const [line] = (await (await centre.as('coordina')).listMerges({})).merges;
    expect(line).toMatchObject({ isSettled: true, undo: 'possible' });
    await separate(centre, line?.mergeId ?? '');
    expect((await partiesOf(centre, caseId)).userId).toBe(typed);
    expect((await psychologist.getCase({ caseId })).unsettled).toHaveLength(1);
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true });
  });

  it('says what speaks for one person and what against, before anybody decides', async () => {
    const centre = await startCentre();
    const one = await partiesOf(centre, (await centre.aCase()).caseId);
    const document = { kind: 'dni', state: 'known', number: '00998877' } as const;
    const other = await partiesOf(centre, (await centre.aCase({ user: { document } })).caseId);
    const { reasons } = await (
      await centre.as('coordina')
    ).comparePersons({ keptId: one.userId, absorbedId: other.userId });
    expect(reasons).toContainEqual({ text: 'Misma fecha de nacimiento.', speaks: 'for' });
    expect(reasons).toContainEqual({ text: 'El número de documento es otro.', speaks: 'against' });
  });

  it('shows nothing of a person whose case is closed to the professional', async () => {
    const centre = await startCentre();
    const { caseId, known } = await maybe(centre);
    await centre.close();
    await insideFile(centre.folder, (db) =>
      db.prepare('update case_file set is_sealed = 1 where id = ?').run(known.caseId),
    );
    const open = await centre.restart();
    const psychologist = await open.as('psico');
    const { unsettled, version } = await psychologist.getCase({ caseId });
    expect(unsettled).toMatchObject([{ name: 'Requiere revisión', needsReview: true }]);
    expect(await refusal(() => psychologist.settlePerson({ caseId, version, role: 'user', isSame: true }))).toBe(
      'rule-broken/settle-needs-coordination',
    );
  });
});
