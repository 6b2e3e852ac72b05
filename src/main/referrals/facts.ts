/** Facts of a referral: the minimum the receiver needs. Account, address and shelter never come here. */
import { withArticle } from '../../shared/directory/index.ts';
import { sectionA, sectionB, ViolenceType } from '../../shared/intake/index.ts';
import { injuryWords, type InjuryMark } from '../../shared/injuries/index.ts';
import { listWords, type Withheld } from '../../shared/papers/index.ts';
import { paperName, type PlaceIndex } from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import {
  hoursSince,
  referralRules,
  type PersonFacts,
  type ReferralFacts,
  type ReferralIssue,
  type ReferralKind,
  type UrgencySigns,
} from '../../shared/referrals/index.ts';
import {
  ageOn,
  centreHead,
  disabilityWords,
  documentOf,
  optionLabel,
  privacyFrom,
  withheldTexts,
  type CasePerson,
  type CaseRecord,
  type Privacy,
} from '../papers/index.ts';
import type { CaseChild } from './children.ts';

export type FactContext = {
  readonly today: CivilDate;
  /** ISO instant. */
  readonly now: string;
  readonly places: PlaceIndex;
  readonly kind: ReferralKind;
  readonly children: readonly CaseChild[];
  /** Of the body map, as the reader may read it. */
  readonly marks: readonly InjuryMark[];
  /** The child the letter is about; null: the user. */
  readonly childId: string | null;
};

function labelsOf(
  ticks: Readonly<Record<string, { readonly label: string }>>,
  answer: readonly string[] | null,
  other: string | null,
): string | null {
  if (answer === null || answer.length === 0) return null;
  return listWords(answer.map((tick) => (tick === 'other' && other !== null ? other : (ticks[tick]?.label ?? tick))));
}

/** Treatments already received, in words; null when none was ticked. */
export function treatmentWords({ b }: CaseRecord): string | null {
  return labelsOf(sectionB.questions.treatments.ticks, b.treatments, b.otherTreatment);
}

function documentFacts(person: Parameters<typeof documentOf>[0]): PersonFacts['document'] {
  const document = documentOf(person);
  if (document === null) return null;
  return document.kind === 'document'
    ? { kind: 'document', text: `${document.name} N.º ${document.number}` }
    : { kind: document.kind, text: null };
}

const nobody: PersonFacts = {
  names: null,
  document: null,
  age: null,
  sex: null,
  language: null,
  needsInterpreter: false,
  disability: null,
  pregnant: false,
  pregnancyWeeks: null,
  insurance: null,
  zone: null,
};

function userFacts(record: CaseRecord, { today, places }: FactContext): PersonFacts {
  const { a, user } = record;
  const district = user.address.districtCode ?? a.homeDistrict;
  return {
    names: paperName(user),
    document: documentFacts(user),
    age: ageOn(record, today),
    sex: a.userSex === null ? null : a.userSex === 1 ? 'male' : 'female',
    language: a.otherForeignLanguage ?? optionLabel(sectionA.questions.motherTongue, a.motherTongue),
    // The form does not ask whether an interpreter is needed.
    needsInterpreter: false,
    disability: disabilityWords(record),
    pregnant: a.isPregnant === 1,
    pregnancyWeeks: a.isPregnant === 1 ? a.gestationWeeks : null,
    insurance: labelsOf(sectionA.questions.healthInsurance.ticks, a.healthInsurance, a.otherHealthInsurance),
    zone: district === null ? null : (places.byCode.get(district)?.district ?? null),
  };
}

/** Whom the letter is about. A child has no more facts than her own: those of the user are not hers. */
function personFacts(record: CaseRecord, context: FactContext): PersonFacts {
  const { subject } = referralRules[context.kind];
  if (subject === 'aggressor') {
    const { aggressor } = record;
    return { ...nobody, names: paperName(aggressor), document: documentFacts(aggressor) };
  }
  const child = subject === 'child' ? context.children.find(({ id }) => id === context.childId) : undefined;
  if (child === undefined) {
    const age = ageOn(record, context.today);
    const isUser = subject !== 'child' || (context.childId === null && age !== null && age < 18);
    // A letter about a child never speaks of the woman in the child's place.
    return isUser ? userFacts(record, context) : nobody;
  }
  const { person } = child;
  const zone = child.livesWithUser === true ? userFacts(record, context).zone : null;
  return { ...nobody, names: paperName(person), document: documentFacts(person), age: child.age, zone };
}

/** Only when she said that calling is safe; with hours and what to say. */
function safeContactOf({ user, isOutOfReach }: CaseRecord): string | null {
  const { phone, whose, mayCall, hours, whatToSay } = user.contact;
  if (phone === null || mayCall !== 'yes' || isOutOfReach) return null;
  return [
    phone,
    // «de su mamá» as it is often typed.
    whose === null || /^del? /i.test(whose) ? whose : `de ${whose}`,
    hours === null ? null : `horario: ${hours}`,
    whatToSay === null ? null : `qué decir: ${whatToSay}`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

function complaintWords({ a, b }: CaseRecord): string | null {
  if (a.complaintFiled === null) return null;
  if (a.complaintFiled === 0) return 'Sin denuncia';
  const kind = optionLabel(sectionB.questions.complaintOfficeKind, b.complaintOfficeKind);
  const office = b.complaintOfficeName ?? kind?.toLowerCase() ?? null;
  return office === null ? 'Con denuncia' : `Con denuncia en ${withArticle(office)}`;
}

/** «2: de 5 y 8 años»; a child whose age is not known is counted. */
function childrenWords(children: readonly CaseChild[]): string | null {
  if (children.length === 0) return null;
  const ages = children.map(({ age }) => age).filter((age) => age !== null);
  if (ages.length === 0) return String(children.length);
  const unit = ages.every((age) => age <= 1) ? 'año' : 'años';
  const words = ages.sort((one, other) => one - other).map((age) => (age === 0 ? 'menos de 1' : String(age)));
  return `${children.length}: de ${listWords(words)} ${unit}`;
}

const howKnown = { seen: 'se vio', told: 'lo refirió ella' } as const;
/** Said with them: nobody takes them for an examination. */
const noForensic = 'Lo anotado al atender no es un informe forense.';

/** What stands of the event of this ficha or since: the free words of a mark may name somebody, and stay in the ficha. */
function injuriesOf(marks: readonly InjuryMark[]): string | null {
  const told = marks.filter(({ annulled, event }) => annulled === null && event !== 'earlier');
  if (told.length === 0) return null;
  const each = told.map((mark) => {
    const what = [injuryWords(mark), ...(mark.size === null ? [] : [`${mark.size} cm`])].join(', ');
    return `${what} (${howKnown[mark.source ?? 'told']} el ${formatCivilDate(mark.seenOn)}; lo anotó ${mark.by})`;
  });
  return `${each.join('. ')}. ${noForensic}`;
}

export function referralFacts(record: CaseRecord, context: FactContext): ReferralFacts {
  const { row, b, incident, centre } = record;
  const level = optionLabel(sectionB.questions.valuationLevel, b.valuationLevel);
  return {
    caseNumber: row.number,
    person: personFacts(record, context),
    violenceType: optionLabel(sectionB.questions.violenceType, b.violenceType)?.replace(/^Violencia /, '') ?? null,
    event: { date: incident.date, hour: incident.hour },
    hours: hoursSince(incident, context.now),
    riskLevel: level === null ? null : level.replace(/^Riesgo /, ''),
    complaint: complaintWords(record),
    children: childrenWords(context.children),
    injuries: injuriesOf(context.marks),
    aggressor: paperName(record.aggressor),
    safeContact: safeContactOf(record),
    centre: centreHead(centre),
    practice: centre.isPractice,
  };
}

/** Whom a letter names in full beside whom it is about, by what they are to the ficha. */
function namedBeside(record: CaseRecord, { kind, childId, today, children }: FactContext): string[] {
  const { subject, facts } = referralRules[kind];
  if (subject === 'aggressor') return [record.aggressorId];
  const child = subject === 'child' ? children.find(({ id }) => id === childId) : undefined;
  // The child's own letter needs her mother's name where it is written, but not that of a mother under age.
  const isUserNamed = child === undefined || (ageOn(record, today) ?? ofAge) >= ofAge;
  return [
    ...(isUserNamed ? [record.userId] : []),
    ...(child === undefined ? [] : [child.personId]),
    ...(facts.includes('aggressor') ? [record.aggressorId] : []),
  ];
}

/**
 * What this letter never carries (D38). Addresses, telephones, mails, documents and shelters stop it, and so does the
 * accused person unless the kind prints the name; on a letter about the accused everything that tells who she is.
 * Whoever else has a part in the ficha stands by initials.
 */
export function referralPrivacy(
  record: CaseRecord,
  persons: readonly CasePerson[],
  {
    facts,
    includeSafeContact,
    ...context
  }: FactContext & { readonly facts: ReferralFacts; readonly includeSafeContact: boolean },
): Privacy & Pick<ReferralIssue, 'standing' | 'stopped'> {
  const ids = namedBeside(record, context);
  const isAboutAccused = referralRules[context.kind].subject === 'aggressor';
  const stops = ({ personId }: CasePerson) => personId === (isAboutAccused ? record.userId : record.aggressorId);
  const stopping = persons.filter((one) => stops(one) && !ids.includes(one.personId));
  const { withheld, persons: shortened } = privacyFrom(
    persons.filter((one) => !stops(one)),
    { ids, names: [] },
  );
  const texts: Withheld[] = [
    ...withheldTexts(record, true),
    ...withheld,
    // By every text of the name as well: of two who are called alike, nobody can tell which is meant.
    ...stopping.flatMap((one) => [...one.texts, ...one.names.filter((name) => name.includes(' ')), one]),
    ...(isAboutAccused ? [record.row.number] : []),
  ];
  const phone = includeSafeContact && facts.safeContact !== null ? record.user.contact.phone : null;
  const standing = [
    record.staff.fullName,
    ...persons.filter(({ personId }) => ids.includes(personId)).flatMap(({ names }) => names.slice(0, 1)),
  ];
  const stopped = stopping.flatMap(({ names }) => names);
  return { withheld: texts.filter((text) => text !== phone), persons: shortened, standing, stopped };
}

const ofAge = 18;

const detained = 1;

/** What the record says that makes a referral faster. `suicide` of the form wins over the factor on record. */
export function signsOf(record: CaseRecord, suicide: unknown): UrgencySigns {
  const { a, b, incident } = record;
  return {
    isSexual: isSexual(record),
    event: incident,
    level: b.valuationLevel,
    hasAccess: a.aggressorLivesWithUser === 1 || b.aggressorSituation !== detained,
    suicide: suicideAnswers.find((answer) => answer === suicide) ?? suicideFactor(record),
  };
}

const suicideAnswers = [1, 2, 3, 4] as const;

function suicideFactor({ b }: CaseRecord): 2 | null {
  return b.userRiskFactors?.includes('suicidalIdeas') === true ? 2 : null;
}

function isSexual({ b }: CaseRecord): boolean {
  const acts = b.sexualActs ?? [];
  return b.violenceType === ViolenceType.sexual || acts.includes('rape') || acts.includes('rapeByDeceit');
}
