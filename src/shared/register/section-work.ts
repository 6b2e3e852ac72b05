/**
 * What was done and recorded in a case, as answers of Sections B to H (decision 0088). A rule is a row: the question and
 * where its answer is found. Only what is certain: a No is one that was recorded (0094), and facts that speak against
 * each other say nothing.
 */
import type { OfficeKind } from '../directory/index.ts';
import { planActions, type PlainSectionId, type PlanAction, type WorkLine } from '../intake/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import type { CivilDate } from '../platform/dates.ts';
import { actWords, type EventKind, type Favours, type JudgmentInstance } from '../proceedings/index.ts';
import type { Answers } from '../record/index.ts';
import type { Instance } from './facts.ts';
import { filedPlan } from './filed-plan.ts';
import { keptRules, type KeptWork } from './reintegration-work.ts';

type Act = {
  readonly kind: EventKind;
  readonly act: string | null;
  readonly favours: Favours | null;
  readonly instance: JudgmentInstance | null;
  readonly on: CivilDate;
  readonly office: string | null;
  /** Of its row in the directory; null where the office is only named. */
  readonly officeKind: OfficeKind | null;
};

/** A part that the reader may not read is empty. */
export type Work = {
  readonly admittedOn: CivilDate;
  readonly answersB: Answers;
  readonly homeVisits: readonly CivilDate[];
  /** Records of insertion, reintegration, Acompañamiento and home visits. */
  readonly kept: KeptWork;
  readonly acts: readonly Act[];
  readonly filings: readonly {
    readonly kind: number;
    readonly title: string;
    readonly instance: Instance | null;
    readonly on: CivilDate;
  }[];
  readonly referrals: readonly {
    readonly kind: string;
    readonly asksKit: boolean;
    /** As its letter names it. */
    readonly establishment: string | null;
    readonly issuedOn: CivilDate;
    /** Of Acompañamiento: which was asked for; null where both were, and of any other. */
    readonly level: 1 | 2 | null;
    /** What its slip says of who was attended; null while none came back, or where nobody attended her. */
    readonly attended: { readonly on: CivilDate; readonly professional: string | null } | null;
  }[];
  /** Reasons why she was not referred for the kit. */
  readonly kitRefusals: readonly { readonly reason: number; readonly words: string | null; readonly on: CivilDate }[];
};

type Found = Omit<WorkLine, 'question'>;
export type WorkSectionId = PlainSectionId | 'b';
type WorkRule = {
  readonly section: WorkSectionId;
  readonly question: string;
  readonly find: (work: Work) => Found | null;
};

/** Instances in the order of their codes, from 1. */
const places = ['police', 'prosecutor', 'peaceCourt', 'specialisedCourt', 'superiorCourt', 'supremeCourt'] as const;
type Place = (typeof places)[number];

const placeOfOffice: Partial<Record<OfficeKind, Place>> = {
  policeStation: 'police',
  criminalProsecutor: 'prosecutor',
  violenceProsecutor: 'prosecutor',
  familyProsecutor: 'prosecutor',
  magistrateCourt: 'peaceCourt',
  familyCourt: 'specialisedCourt',
  preparatoryCourt: 'specialisedCourt',
  criminalCourt: 'specialisedCourt',
  upperCourt: 'superiorCourt',
};

const placeOfJudgment: Record<JudgmentInstance, Place> = {
  peace: 'peaceCourt',
  specialised: 'specialisedCourt',
  superior: 'superiorCourt',
  supreme: 'supremeCourt',
};

/** Acts of the office that has the proceeding; null: which one it is, its office says. */
const placing: Partial<Record<EventKind, Place | null>> = {
  ...{ complaintFiled: null, policeInformed: 'police', prosecutorReceived: 'prosecutor', courtReceived: null },
  ...{ measuresDecided: null, measuresVaried: null, measuresLifted: null, appealGranted: null, appealRefused: null },
  ...{ chamberReceived: 'superiorCourt', chamberHeard: 'superiorCourt', chamberDecided: 'superiorCourt' },
  ...{ investigationOpened: 'prosecutor', preparatoryOpened: 'prosecutor', immediateProcessOpened: null },
  ...{ civilPartyAdmitted: null, civilPartyDenied: null, trialOpened: null, orderNotified: null, decreeNotified: null },
  ...{ judgment: null, immediateJudgment: null, appealJudgment: null, alimonyJudgment: null, supervisionOrdered: null },
};

/** `place`: null where the record does not say which instance it is. */
type Stop = {
  readonly place: Place | null;
  readonly on: CivilDate;
  readonly words: string;
  readonly office: string | null;
};

function placeOf({ kind, instance, officeKind }: Act): Place | null {
  if (instance !== null) return placeOfJudgment[instance];
  return (officeKind === null ? placing[kind] : placeOfOffice[officeKind]) ?? null;
}

function stopsOfActs({ acts }: Work): Stop[] {
  return acts
    .filter(({ kind }) => placing[kind] !== undefined)
    .map((act) => {
      const words = [actWords(act), act.office].filter((part) => part !== null).join(', ');
      return { place: placeOf(act), on: act.on, words, office: act.office };
    });
}

const reportOfCentre = 20;

function stopsOfFilings({ filings }: Work): Stop[] {
  return filings
    .filter(({ kind, instance }) => kind !== reportOfCentre && instance !== 'other')
    .map(({ instance, title, on }) => {
      const place = instance === 'police' || instance === 'prosecutor' ? instance : null;
      return { place, on, words: `Presentado: ${title}`, office: null };
    });
}

const byDay = <One extends { readonly on: CivilDate }>(list: readonly One[]): One[] =>
  list.toSorted((one, other) => one.on.localeCompare(other.on));

/** Where the newest act or writ left it; null where those of that day do not agree, or one does not say. */
function processInstance(work: Work): Found | null {
  const [acts, filings] = [stopsOfActs(work), stopsOfFilings(work)];
  const newest = byDay([...acts, ...filings]).at(-1);
  if (newest === undefined) return null;
  const ofThatDay = new Set([...acts, ...filings].filter(({ on }) => on === newest.on).map(({ place }) => place));
  if (newest.place === null || ofThatDay.size > 1) return null;
  const page = acts.includes(newest) ? 'proceeding' : 'presenting';
  return { value: places.indexOf(newest.place) + 1, words: newest.words, on: newest.on, page };
}

/** Where it stood before she came, the earliest first. */
function stopsBefore(work: Work): (Stop & { readonly place: Place })[] {
  const before = stopsOfActs(work).flatMap((stop) => (stop.place === null ? [] : [{ ...stop, place: stop.place }]));
  return byDay(before.filter(({ on }) => on < work.admittedOn));
}

function priorInstances(work: Work): Found | null {
  const stops = stopsBefore(work);
  const last = stops.at(-1);
  if (last === undefined) return null;
  const value = places.filter((place) => stops.some((stop) => stop.place === place));
  return { value, words: stops.map(({ words }) => words).join('; '), on: last.on, page: 'proceeding' };
}

const mostWords = 120;

const ofPlace = (place: Place): WorkRule[] => {
  const first = (work: Work) => stopsBefore(work).find((stop) => stop.place === place);
  const shown = (stop: Stop, value: string): Found => ({ value, words: stop.words, on: stop.on, page: 'proceeding' });
  return [
    {
      ...{ section: 'd', question: `${place}Office` },
      find: (work) => {
        const named = stopsBefore(work).find((stop) => stop.place === place && stop.office !== null);
        return named === undefined ? null : shown(named, (named.office ?? '').slice(0, mostWords));
      },
    },
    {
      ...{ section: 'd', question: `${place}Since` },
      find: (work) => {
        const stop = first(work);
        return stop === undefined ? null : shown(stop, stop.on);
      },
    },
  ];
};

/** A shelter that took her in: she needed it and said yes. Neither its name nor that of who answered is carried. */
function sheltered({ referrals }: Work): Found | null {
  const days = referrals.flatMap(({ kind, attended }) => (kind === 'shelter' ? (attended ?? []) : []));
  const last = byDay(days).at(-1);
  if (last === undefined) return null;
  return { value: 1, words: 'Derivación a Hogar de Refugio Temporal: atendida', on: last.on, page: 'referrals' };
}

function madeByAttention({ homeVisits }: Work): Found | null {
  const last = homeVisits.toSorted().at(-1);
  return last === undefined ? null : { value: 1, words: 'Visita domiciliaria', on: last, page: 'attentions' };
}

/** The referral itself is what the form asks about. */
function accompanimentAsked({ referrals }: Work): Found | null {
  const asked = referrals.filter(({ kind }) => kind === 'accompaniment');
  const last = byDay(asked.map((one) => ({ ...one, on: one.issuedOn }))).at(-1);
  if (last === undefined || last.level === null) return null;
  return { value: last.level, words: 'Derivación a Acompañamiento', on: last.on, page: 'referrals' };
}

/** What was noted of it comes before what another fact only lets know. */
const orElse: Readonly<Record<string, (work: Work) => Found | null>> = {
  accompanimentReferral: accompanimentAsked,
  needsInsertion: sheltered,
  acceptsInsertion: acceptedByShelter,
  insertedInShelter: acceptedByShelter,
  homeVisitMade: madeByAttention,
};

/** A shelter that took her in says nothing against a refusal that was noted. */
function acceptedByShelter(work: Work): Found | null {
  return work.kept.placement.some(({ annulled }) => annulled === null) ? null : sheltered(work);
}

const isSheltered = (work: Work) => sheltered(work) !== null;
const isVisited = ({ homeVisits }: Work) => homeVisits.length > 0;

/** A No that was noted and why, where another fact says Yes. */
const contradicted: Readonly<Record<string, (work: Work) => boolean>> = {
  acceptsInsertion: isSheltered,
  noInsertionReason: isSheltered,
  homeVisitMade: isVisited,
  noHomeVisitReason: isVisited,
};

type Planned = Omit<Found, 'value'> & { readonly action: PlanAction; readonly on: CivilDate };

const kitWords = 'Derivación por el kit de emergencia';

function planned({ filings, referrals }: Work): Planned[] {
  const ofFilings = filings.flatMap(({ kind, title, on }) =>
    codesOf(planActions)
      .filter((action) => (filedPlan[kind] ?? []).includes(planActions[action].variable))
      .map((action): Planned => ({ action, words: `Presentado: ${title}`, on, page: 'presenting' })),
  );
  const ofReferrals = referrals
    .filter(({ asksKit }) => asksKit)
    .map(({ issuedOn: on }): Planned => ({ action: 'emergencyKit', words: kitWords, on, page: 'referrals' }));
  return byDay([...ofFilings, ...ofReferrals]);
}

function planOfWork(work: Work): Found | null {
  const done = planned(work);
  const last = done.at(-1);
  if (last === undefined) return null;
  const value = codesOf(planActions).filter((action) => done.some((one) => one.action === action));
  const words = [...new Set(done.map((one) => one.words))].join('; ');
  return { value, words, on: last.on, page: last.page };
}

const sexualViolence = 3;

function isSexual({ answersB }: Work): Found | null {
  const acts = answersB['sexualActs'];
  const hasActs = Array.isArray(acts) && acts.length > 0;
  if (answersB['violenceType'] !== sexualViolence && !hasActs) return null;
  return { value: 1, words: 'Sección B: violencia sexual', on: null, page: 'b' };
}

/** The newest slip that came back of a referral for the kit. */
function kitSlip({ referrals }: Work) {
  const back = referrals.flatMap(({ asksKit, establishment, attended }) =>
    asksKit && attended !== null ? [{ establishment, ...attended }] : [],
  );
  return byDay(back).at(-1);
}

const ofSlip = (work: Work, part: 'establishment' | 'professional'): Found | null => {
  const slip = kitSlip(work);
  const value = slip?.[part] ?? null;
  if (slip === undefined || value === null) return null;
  return { value: value.slice(0, mostWords), words: `${kitWords}: contrarreferencia`, on: slip.on, page: 'referrals' };
};

/** Why she was not referred, as long as she was not after all. */
function refusal(work: Work) {
  return work.referrals.some(({ asksKit }) => asksKit) ? undefined : byDay(work.kitRefusals).at(-1);
}

const notReferred = { words: 'Por qué no se derivó por el kit', page: 'referrals' } as const;

export const workRules: readonly WorkRule[] = [
  ...keptRules.map(({ section, question, find }) => ({
    ...{ section, question },
    find: (work: Work) => {
      const noted = find(work.kept);
      const isNo = noted?.value === 0 || typeof noted?.value === 'string';
      const kept = isNo && (contradicted[question]?.(work) ?? false) ? null : noted;
      return kept ?? orElse[question]?.(work) ?? null;
    },
  })),
  { section: 'd', question: 'priorInstances', find: priorInstances },
  ...places.flatMap(ofPlace),
  { section: 'e', question: 'planActions', find: planOfWork },
  { section: 'f', question: 'sexualViolenceCase', find: isSexual },
  { section: 'f', question: 'kitHealthCentre', find: (work) => ofSlip(work, 'establishment') },
  { section: 'f', question: 'kitProfessional', find: (work) => ofSlip(work, 'professional') },
  {
    ...{ section: 'f', question: 'noKitReason' },
    find: (work) => {
      const found = refusal(work);
      return found === undefined ? null : { ...notReferred, value: found.reason, on: found.on };
    },
  },
  {
    ...{ section: 'f', question: 'otherNoKitReason' },
    find: (work) => {
      const { words = null, on } = refusal(work) ?? {};
      return words === null || on === undefined ? null : { ...notReferred, value: words.slice(0, mostWords), on };
    },
  },
  { section: 'f', question: 'processInstance', find: processInstance },
];

/** One line a question of which the work shows something, in the order of the form. */
export function workLines(section: WorkSectionId, work: Work): WorkLine[] {
  return workRules.flatMap(({ question, find, ...rule }) => {
    const found = rule.section === section ? find(work) : null;
    return found === null ? [] : [{ question, ...found }];
  });
}
