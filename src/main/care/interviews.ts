/** Interviews: one account and one retelling; each professional writes and signs the own part. */
import { interviewFields, type interviewContract } from '../../shared/care/index.ts';
import { servicesOf } from '../../shared/access/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { listStaff } from '../access/index.ts';
import { getCaseRow } from '../intake/index.ts';
import { futurePart } from '../platform/future.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { columnsOfValues } from '../record/index.ts';
import { refuseUnanswered } from '../risk/index.ts';
import { countRetellings, getPart, listInterviewLines, type PartRow } from './interview-repository.ts';
import { toldInSections } from './told.ts';
import { updateVersioned, insertRecord, insertRow, byNow } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof interviewContract;

/** Who attends persons and can be named as present. */
async function professionalsOf(trx: Trx) {
  const staff = (await listStaff(trx)).filter((member) => member.state === 'active');
  return staff
    .map((member) => ({ staffId: member.id, name: member.fullName, services: servicesOf(member.roles) }))
    .filter((member) => member.services.length > 0);
}

async function list(unit: Use, { caseId }: { caseId: CaseId }): Promise<OutputOf<Contract['listInterviews']>> {
  const reader = { staffId: unit.session.staffId, services: servicesOf(unit.session.roles) };
  const interviews = await listInterviewLines(unit.trx, caseId, reader);
  const row = await getCaseRow(unit.trx, caseId);
  const [told] = await toldInSections(unit.trx, [caseId]);
  const here = (await countRetellings(unit.trx, caseId)) + (told === undefined ? 0 : 1);
  unit.note({ interviews: interviews.length });
  return {
    interviews,
    professionals: await professionalsOf(unit.trx),
    retellings: { here, before: row.told_before },
    toldInSectionB: told?.on ?? null,
    version: row.version,
  };
}

/** @throws rule-broken `not-of-service`, `same-part-twice`, at the person named */
async function refuseWrongPresence(unit: Use, present: InputOf<Contract['recordInterview']>['interview']['present']) {
  const professionals = await professionalsOf(unit.trx);
  const seen = new Set<string>();
  for (const [index, { staffId, service }] of present.entries()) {
    const member = professionals.find((one) => one.staffId === staffId);
    if (member?.services.includes(service) !== true) {
      throw failAt(`interview.present.${index}`, 'Esa persona no trabaja en ese servicio.', 'not-of-service');
    }
    if (seen.has(`${staffId} ${service}`)) {
      throw failAt(`interview.present.${index}`, 'Ya figura con ese servicio.', 'same-part-twice');
    }
    seen.add(`${staffId} ${service}`);
  }
}

async function record(unit: Use, { caseId, interview }: InputOf<Contract['recordInterview']>) {
  const later = futurePart(unit, { on: interview.on, time: interview.started });
  if (later === 'on') throw failAt('interview.on', 'La fecha no puede ser futura.', 'future-act');
  if (later === 'time') throw failAt('interview.started', 'La hora de inicio no puede ser futura.', 'future-act');
  await refuseWrongPresence(unit, interview.present);
  if (interview.ended !== null) await refuseUnanswered(unit, caseId);
  const id = unit.newId<'InterviewId'>();
  const row = { id, case_id: caseId, ...columnsOfValues(interviewFields, interview) };
  await insertRecord(unit, tablesIn, 'interview', { ...row, ...byNow(unit, 'recorded'), version: 1 });
  for (const { staffId, service } of interview.present) {
    await insertRecord(unit, tablesIn, 'interview_part', {
      ...{ id: unit.newId<'InterviewPartId'>(), interview_id: id, service, staff_id: staffId },
      ...{ body: null, signed_at: null, version: 1 },
    });
  }
  unit.note({ professionals: interview.present.length, toldStory: interview.toldStory });
  return { interviewId: id };
}

async function ownPart(unit: Use, input: { caseId: CaseId; partId: Id<'InterviewPartId'> }): Promise<PartRow> {
  const part = await getPart(unit.trx, input.caseId, input.partId);
  if (part.staff_id !== unit.session.staffId) throw fail('rule-broken', 'not-own-part');
  return part;
}

async function writePart(unit: Use, input: InputOf<Contract['writeInterviewPart']>) {
  const part = await ownPart(unit, input);
  if (part.signed_at !== null) throw fail('rule-broken', 'part-signed');
  if (input.sign) await refuseUnanswered(unit, input.caseId);
  const written = { body: input.body, ...(input.sign ? { signed_at: unit.now } : {}) };
  await updateVersioned(tablesIn(unit.trx), 'interview_part', { id: part.id, version: input.version }, written);
  unit.touch('interview_part', part.id);
  unit.note({ service: part.service, signed: input.sign });
  return { version: input.version + 1 };
}

async function addAddendum(unit: Use, input: InputOf<Contract['addInterviewAddendum']>) {
  const part = await ownPart(unit, input);
  if (part.signed_at === null) throw fail('rule-broken', 'part-not-signed');
  await updateVersioned(tablesIn(unit.trx), 'interview_part', { id: part.id, version: input.version }, {});
  await insertRow(tablesIn(unit.trx), 'interview_addendum', {
    part_id: part.id,
    position: part.version,
    body: input.body,
    ...byNow(unit, 'added'),
  });
  unit.touch('interview_part', part.id);
  unit.note({ service: part.service });
  return { version: input.version + 1 };
}

export const interviewHandlers: Handlers<Contract, Trx> = {
  listInterviews: inside(list),
  recordInterview: inside(record),
  writeInterviewPart: inside(writePart),
  addInterviewAddendum: inside(addAddendum),
};
