/** Answers of Sections C to F, and the appraisals, that agree with what Sections A and B of a case say. */
import {
  BondGroup,
  sectionC,
  sectionD,
  sectionE,
  sectionF,
  ValuationLevel,
  ViolenceType,
  type PlainForm,
} from '../intake/index.ts';
import { addDays } from '../platform/dates.ts';
import { codesOf } from '../platform/codes-of.ts';
import { fitAnswers, type Planned } from './answers.ts';
import type { InventedCase } from './case.ts';
import { makeRandom, oneOf, type Random } from './random.ts';

type Of<Letter extends PlainForm['section']> = Extract<PlainForm, { section: Letter }>;

export type LaterSections = { readonly c: Of<'c'>; readonly d: Of<'d'>; readonly e: Of<'e'>; readonly f: Of<'f'> };

/** The same case gives the same answers. */
export function inventLaterSections(seed: string, invented: InventedCase): LaterSections {
  const random = makeRandom(`${seed} later ${invented.index}`);
  const planned = planOf(random, invented);
  const e = fitAnswers(sectionE.questions, planned);
  return {
    c: {
      section: 'c',
      answers: fitAnswers(sectionC.questions, socialOf(random, invented)),
      appraisal: { text: appraisalOf(random, invented), isHandedOver: random.chance(0.6) },
    },
    d: {
      section: 'd',
      answers: fitAnswers(sectionD.questions, legalOf(random, invented), invented.sectionA.answers),
      appraisal: { text: 'Se orientó sobre el proceso y las medidas que puede pedir.', isHandedOver: false },
    },
    e: { section: 'e', answers: e },
    f: { section: 'f', answers: fitAnswers(sectionF.questions, followUpOf(random, invented), e) },
  };
}

function appraisalOf(random: Random, { profile }: InventedCase): string {
  const support = oneOf(random, ['su madre', 'una hermana', 'una vecina de confianza'] as const);
  const together = profile.livesTogether ? 'Comparten vivienda. ' : '';
  return `${together}Cuenta con el apoyo de ${support}. Se acordó el plan de seguridad y una visita de seguimiento.`;
}

function socialOf(random: Random, { profile }: InventedCase): Planned<(typeof sectionC)['questions']> {
  const hasNetworks = random.chance(0.93);
  const needsInsertion = !hasNetworks || (profile.level === ValuationLevel.severe && random.chance(0.4));
  const visited = random.chance(0.5);
  return {
    hasNetworks: hasNetworks ? 1 : 0,
    networkCount: random.int(1, 2),
    network1Who: oneOf(random, ['Madre', 'Hermana', 'Tía'] as const),
    network1Support: 1,
    network2Who: oneOf(random, ['Vecina', 'Amiga', 'Parroquia'] as const),
    network2Support: 3,
    needsInsertion: needsInsertion ? 1 : 0,
    acceptsInsertion: random.chance(0.7) ? 1 : 0,
    insertedWithKin: 1,
    insertionKinCount: 1,
    insertionKin1Who: 'Hermana',
    insertionKin1Age: random.int(22, 58),
    insertedInShelter: 0,
    noInsertionReason: 'Prefiere quedarse en su vivienda.',
    reintegrationPlan: 2,
    homeVisitMade: visited ? 1 : 0,
    noHomeVisitReason: 'No hubo movilidad; se reprograma.',
    homeVisitResult: random.chance(0.9) ? 1 : 2,
    homeVisitActions: 'Se comunicó a la comisaría del sector.',
  };
}

function legalOf(
  random: Random,
  { profile, sectionA, sectionB }: InventedCase,
): Planned<(typeof sectionD)['questions']> {
  const { admittedOn } = sectionA.admission;
  const isSeparated = profile.bondGroup === BondGroup.partner && !profile.livesTogether;
  return {
    priorInstances: profile.hasProtection ? ['police', 'specialisedCourt'] : ['police'],
    policeOffice: sectionB.answers.complaintOfficeName ?? 'Comisaría del distrito',
    policeSince: addDays(admittedOn, -random.int(0, 3)),
    specialisedCourtOffice: 'Juzgado de Familia de turno',
    specialisedCourtSince: admittedOn,
    ownMeasures: isSeparated ? ['separated'] : ['none'],
    femicideAttempt: 0,
  };
}

function planOf(
  random: Random,
  { profile, wantsFiling, wantsReferral }: InventedCase,
): Planned<(typeof sectionE)['questions']> {
  const wanted = {
    informViolence: true,
    informRights: true,
    identifyImpact: random.chance(0.4),
    informJustice: true,
    safetyPlan: true,
    insertInHealth: wantsReferral || random.chance(0.4),
    emergencyKit: profile.violenceType === ViolenceType.sexual && random.chance(0.3),
    otherServices: random.chance(0.15),
    appear: wantsFiling || random.chance(0.4),
    requestMeasures: wantsFiling || random.chance(0.4),
    checkComplaint: profile.complaintFiled,
  } as const;
  return { planActions: codesOf(wanted).filter((action) => wanted[action]) };
}

function followUpOf(random: Random, { profile, wantsFiling }: InventedCase): Planned<(typeof sectionF)['questions']> {
  return {
    sexualViolenceCase: profile.violenceType === ViolenceType.sexual ? 1 : 0,
    kitHealthCentre: 'Centro de Salud Los Jazmines',
    kitProfessional: 'Obstetra de turno',
    noKitReason: oneOf(random, [1, 8, 9] as const),
    legalViolenceKind: wantsFiling || profile.complaintFiled ? (profile.bondGroup === BondGroup.partner ? 1 : 2) : null,
    legalProcessKind: profile.complaintFiled ? 3 : null,
    processInstance: profile.complaintFiled ? (profile.hasProtection ? 4 : 1) : null,
  };
}
