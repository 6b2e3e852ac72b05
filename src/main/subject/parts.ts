/** What each part of the copy says of one ficha. */
import { serviceLabels, type decide } from '../../shared/access/index.ts';
import {
  attendedPartyLabels,
  attentionOutcomeLabels,
  consentFormLabels,
  interviewModalityLabels,
} from '../../shared/care/index.ts';
import {
  formSectionIds,
  formSections,
  planActions,
  questionWords,
  sectionA,
  sectionOf,
  type FormSectionId,
} from '../../shared/intake/index.ts';
import { type PlaceIndex } from '../../shared/people/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { formatCivilDate, formatPartialDate } from '../../shared/platform/typed-date.ts';
import {
  hearingKindLabels,
  hearingStateLabels,
  measureLabels,
  measureStateLabels,
} from '../../shared/proceedings/index.ts';
import { chosenWords, isUnanswered, type Answers, type Question } from '../../shared/record/index.ts';
import { referralRules } from '../../shared/referrals/index.ts';
import { type CopyEntry } from '../../shared/subject/index.ts';
import { listAttentionLines, listConsents, listInterviewLines } from '../care/index.ts';
import { accountForPaper, getFormSection, getPair, tellingsOf, type CaseRow } from '../intake/index.ts';
import { getPerson, getRecord } from '../people/index.ts';
import { listSteps, newestAgreement } from '../plan/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { listEvents, listHearings, measuresOf } from '../proceedings/index.ts';
import { callResultLabels } from '../../shared/contact/index.ts';
import { injuryWords } from '../../shared/injuries/index.ts';
import {
  firstDayOf,
  reintegrationKindLabels,
  reintegrationKinds,
  reintegrationWords,
  stands,
  type ReintegrationRecord,
} from '../../shared/reintegration/index.ts';
import { listCalls } from '../contact/index.ts';
import { listMarks } from '../injuries/index.ts';
import { reintegrationOf } from '../reintegration/index.ts';
import { tablesIn, type Trx } from './tables.ts';
import { valuesIn } from '../platform/storage/rows.ts';

type May = (action: string) => ReturnType<typeof decide>;

export const day = (on: CivilDate) => formatCivilDate(on);
export const dayOf = (at: string) => formatCivilDate(civilDateOf(Date.parse(at)));
/** `said`: what the staff wrote, if anything. */
export const entry = (label: string, text: string, said: string | null = null): CopyEntry =>
  said === null || said === '' ? { label, text } : { label, text, typed: { text: said, source: 'staff' } };
export const typed = (label: string, words: string | null): CopyEntry[] =>
  words === null || words === '' ? [] : [entry(label, '', words)];

/** Blocks of the form about others: who informed, the man. */
const aboutOthers: ReadonlySet<string> = new Set(['A.1', 'A.2', 'A.5', 'A.6']);
/** Where what is typed names her support; A and B ask her about herself. */
const typedOfHer: ReadonlySet<FormSectionId> = new Set(['a', 'b']);

function valueWords(question: Question, value: unknown, places: PlaceIndex): string | null {
  if (question.kind === 'place') {
    const place = places.byCode.get(String(value));
    return place === undefined ? null : `${place.district}, ${place.province}`;
  }
  if (question.kind === 'partialDate') return formatPartialDate(value as Parameters<typeof formatPartialDate>[0]);
  if (question.kind === 'date') return day(value as CivilDate);
  if (question.kind === 'number') return `${String(value)}${question.unit === undefined ? '' : ` ${question.unit}`}`;
  return question.kind === 'time' ? String(value) : chosenWords(question, value);
}

/** Her answers in words, and how many typed ones stay out. */
export async function answersOf(trx: Trx, caseId: CaseId, may: May, places: PlaceIndex) {
  const entries: CopyEntry[] = [];
  let network = 0;
  for (const id of formSectionIds) {
    const section = sectionOf(id);
    const decision = may(formSections[id].read);
    if (!decision.allowed || decision.view !== null) continue;
    const answers: Answers = (await getFormSection(trx, id, caseId)).answers;
    for (const block of section.blocks.filter((one) => !aboutOthers.has(one.id))) {
      for (const name of block.questions) {
        const question = section.questions[name];
        const value = answers[name];
        if (question === undefined || isUnanswered(value) || isShelter(name)) continue;
        const { label } = questionWords(section, name);
        if (question.kind !== 'text')
          entries.push(
            ...[valueWords(question, value, places)].flatMap((text) => (text === null ? [] : [entry(label, text)])),
          );
        else if (typedOfHer.has(id)) entries.push(...typed(label, String(value)));
        else network += 1;
      }
    }
  }
  return { entries, network };
}

const isShelter = (name: string) => /shelter/i.test(name);

/** Her own words, where the event was told in a ficha of hers; of another's account nothing stands. */
export async function accountOf(trx: Trx, row: CaseRow, hers: ReadonlySet<string>): Promise<CopyEntry[]> {
  const owners = await valuesIn(tablesIn(trx), 'case_file.id', { incident_id: row.incident_id });
  if (!owners.every((id) => hers.has(id))) return [];
  const words = await accountForPaper(trx, row);
  const told = await tellingsOf(trx, [row.id]);
  const on = told[0]?.on;
  const label = on === undefined ? 'Relato' : `Relato del ${day(on)}`;
  return words === null ? [] : [{ label, text: '', typed: { text: words, source: 'hers' } }];
}

export async function attentionsOf(
  trx: Trx,
  row: CaseRow,
  { session }: Pick<CallFrame, 'session' | 'now' | 'today'>,
): Promise<{ entries: CopyEntry[]; notes: number }> {
  const interviews = await listInterviewLines(trx, row.id, { staffId: session.staffId, services: [] });
  const attentions = (await listAttentionLines(trx, row.id)).filter(({ isWithdrawn }) => !isWithdrawn);
  const entries = [
    ...interviews.map(({ on, started, modality, parts }) => {
      const services = [...new Set(parts.map(({ service }) => serviceLabels[service]))].join(', ');
      return entry(`${day(on)}, ${started}`, `Entrevista. ${services}. ${interviewModalityLabels[modality]}.`);
    }),
    ...attentions.map(({ on, service, actionWords, withWhom, outcome, note }) => {
      const words = `${actionWords}. ${serviceLabels[service]}. Con: ${attendedPartyLabels[withWhom]}. ${attentionOutcomeLabels[outcome]}.`;
      return entry(day(on), words, note);
    }),
  ];
  return { entries, notes: interviews.reduce((sum, { parts }) => sum + parts.length, 0) };
}

/** Without what was said: it may be the words of whoever answered. */
export async function callsOf(trx: Trx, caseId: CaseId): Promise<CopyEntry[]> {
  return (await listCalls(trx, [caseId])).flatMap(({ started_at: at, result }) =>
    result === null ? [] : [entry(dayOf(at), `${callResultLabels[result]}.`)],
  );
}

export async function injuriesOf(trx: Trx, caseId: CaseId): Promise<CopyEntry[]> {
  const standing = (await listMarks(trx, caseId)).filter(({ annulled }) => annulled === null);
  return standing.map((mark) => {
    const size = mark.size === null ? '' : `, ${mark.size} cm`;
    return entry(day(mark.seenOn), `${injuryWords(mark)}${size}.`, mark.words);
  });
}

/** Without the name of a shelter nor who accompanies her; goals and notes are words of the staff. */
export async function reintegrationEntries(trx: Trx, caseId: CaseId): Promise<CopyEntry[]> {
  const records = await reintegrationOf(trx, caseId);
  return reintegrationKinds.flatMap((kind) => {
    const all: readonly ReintegrationRecord[] = records[kind];
    const label = reintegrationKindLabels[kind];
    return all.filter(stands).map((record) => {
      const on = firstDayOf(kind, record);
      const said = [reintegrationWords(kind, record), ...typedOf(record)].join('. ');
      return entry(on === null ? label : day(on), `${label}.`, said);
    });
  });
}

const typedOf = (record: ReintegrationRecord): string[] =>
  [
    'words' in record && !('nextOn' in record) ? record.words : null,
    'actions' in record ? record.actions : null,
    record.ended?.words ?? null,
  ].filter((one) => one !== null);

export async function planOf(trx: Trx, caseId: CaseId): Promise<CopyEntry[]> {
  const states = { planned: 'Por hacer', done: 'Hecho', notApplicable: 'No corresponde' } as const;
  const steps = (await listSteps(trx, [caseId])).map(({ action, words, service, due_on: due, state, note }) => {
    const until = due === null ? '' : ` Hasta el ${day(due)}.`;
    const said = [words, note].filter((one) => one !== null).join('. ');
    return entry(planActions[action].label, `${serviceLabels[service]}. ${states[state]}.${until}`, said);
  });
  const agreed = await newestAgreement(trx, caseId);
  if (agreed === undefined) return steps;
  return [...steps, entry('Acordado con ella', day(agreed.agreed_on)), ...typed('No quiso', agreed.refused)];
}

export async function measuresAndHearings(trx: Trx, caseId: CaseId): Promise<{ entries: CopyEntry[]; notes: number }> {
  const events = await listEvents(trx, caseId);
  const measures = measuresOf(events).map(({ kind, detail, state, steps }) => {
    const on = steps.at(-1)?.at.on;
    const since = on === undefined ? '' : `, desde el ${day(on)}`;
    return entry(measureLabels[kind], `${measureStateLabels[state]}${since}.`, detail);
  });
  const hearings = (await listHearings(trx, caseId)).map(({ kind, held_on: on, held_time: time, state, office }) =>
    entry(`${day(on)}, ${time}`, `${hearingKindLabels[kind]}. ${hearingStateLabels[state]}.`, office),
  );
  return { entries: [...measures, ...hearings], notes: events.filter(({ note }) => note !== null).length };
}

export async function consentsOf(trx: Trx, caseId: CaseId): Promise<CopyEntry[]> {
  const forWhat = (codes: readonly string[]) =>
    codes.map((code) =>
      Object.hasOwn(referralRules, code) ? referralRules[code as keyof typeof referralRules].label : code,
    );
  return (await listConsents(trx, caseId)).map(({ form, recordedAt, receivers, purposes, data, withdrawnAt }) => {
    const said = [...receivers, data].filter((one) => one !== null).join('. ');
    const taken = withdrawnAt === null ? '' : ` Lo retiró el ${dayOf(withdrawnAt)}.`;
    const what = purposes.length === 0 ? '' : ` Para: ${forWhat(purposes).join(', ')}.`;
    return entry(dayOf(recordedAt), `${consentFormLabels[form]}.${what}${taken}`, said);
  });
}

/** Facts of the man that the ficha holds. */
export async function accusedCount(trx: Trx, row: CaseRow): Promise<number> {
  const { aggressor_id: id } = await getPair(trx, row.pair_id);
  const { record } = await getRecord(trx, id);
  const { address } = await getPerson(trx, id);
  const answers: Answers = (await getFormSection(trx, 'a', row.id)).answers;
  const asked = sectionA.blocks.find((block) => block.id === 'A.5')?.questions ?? [];
  const told = asked.filter((name) => !isUnanswered(answers[name])).length;
  const own = [
    record.givenNames,
    record.birth,
    record.email,
    address.text,
    ...record.documents.map(({ number }) => number),
  ];
  return told + own.filter((one) => one !== null).length + record.aliases.length + record.contacts.length;
}
