/** The handlers of the intake domain, each in the file named after its work. */
import {
  type correctionContract,
  type formContract,
  type intakeContract,
  type mendingContract,
  type personsContract,
  sectionA,
  type SectionAForm,
} from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { tellOfManyCases } from '../access/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { annulCase, approveAnnulment, listAnnulled, proposeAnnulment } from './annulment.ts';
import { getCase, handOverCase, openCase } from './cases.ts';
import { listMyCases, listMyDrafts } from './in-charge.ts';
import { listFormChanges } from './changes.ts';
import { correctionHandlers } from './corrections.ts';
import { discardDraft, openDraft, saveDraft } from './drafts.ts';
import { listFrequentDetails } from './frequent-details.ts';
import { readFormSection, saveFormSection } from './form-sections.ts';
import { listLinkedCases, openCaseAgainstAnother, openLinkedCase } from './linked.ts';
import { addParticipant, changeParticipant, listCasePersons, removeParticipant } from './participants.ts';
import { getCasePerson, getPersonTimeline, listPersonChanges, saveCasePerson } from './person-page.ts';
import { saveSectionBAndTell } from './news.ts';
import { readSectionA, readSectionB, saveSectionA } from './sections.ts';
import { allowed } from './rights.ts';
import { compareForLink, ruleOutPersons, settlePerson, takeBackAnswer, unlinkPerson } from './settle.ts';
import { changeCondition, proposeConditionOf, validateCase, type ValidationParts } from './validation.ts';
import type { Trx, Use } from './tables.ts';
import { placeDoubt, type PlaceIndex, type Warning } from '../../shared/people/index.ts';

/** District codes that the table does not know; they are kept and told. */
function placeWarnings(places: PlaceIndex, answers: SectionAForm['answers']): Warning[] {
  return Object.entries(sectionA.questions).flatMap(([name, { kind }]) => {
    const code = kind === 'place' ? answers[name as keyof typeof answers] : null;
    const message = typeof code === 'string' ? placeDoubt(places, code) : null;
    return message === null ? [] : [{ path: `form.answers.${name}`, message }];
  });
}

type IntakeParts = ValidationParts & {
  /** Facts that demand an answer the same day, kept by a domain above this one; their words are for its own team. */
  readonly sameDay: {
    readonly keepSameDay: (unit: Use, caseId: CaseId) => Promise<void>;
    readonly openSameDay: (unit: Use, caseId: CaseId) => Promise<readonly string[]>;
  };
};

async function openFor(unit: Use, caseId: CaseId, { sameDay }: IntakeParts): Promise<string[]> {
  if ((await allowed(unit, 'risk.assess', caseId)) === null) return [];
  return [...(await sameDay.openSameDay(unit, caseId))];
}

export function intakeHandlers(parts: IntakeParts): Handlers<typeof intakeContract, Trx> {
  return {
    openCase: inside(openCase),
    listMyCases: inside(listMyCases),
    listMyDrafts: inside(listMyDrafts),
    getCase: inside(async (unit, input) => {
      await tellOfManyCases(unit, input.caseId);
      return { ...(await getCase(unit, input)), sameDay: await openFor(unit, input.caseId, parts) };
    }),
    getSectionA: inside(readSectionA),
    saveSectionA: inside(async (unit, input) => {
      const saved = await saveSectionA(unit, input);
      await parts.sameDay.keepSameDay(unit, input.caseId);
      return { ...saved, warnings: [...saved.warnings, ...placeWarnings(parts.places, input.form.answers)] };
    }),
    handOverCase: inside(handOverCase),
    getSectionB: inside(readSectionB),
    saveSectionB: inside(async (unit, input) => {
      const saved = await saveSectionBAndTell(unit, input, parts);
      await parts.sameDay.keepSameDay(unit, input.caseId);
      return saved;
    }),
    settlePerson: inside((unit, input) => settlePerson(unit, input, parts)),
    compareForLink: inside(compareForLink),
    unlinkPerson: inside(unlinkPerson),
    takeBackAnswer: inside(takeBackAnswer),
    ruleOutPersons: inside((unit, input) => ruleOutPersons(unit, input, parts)),
    proposeCondition: inside((unit, input) => proposeConditionOf(unit, input, parts)),
    validateCase: inside((unit, input) => validateCase(unit, input, parts)),
    changeCondition: inside((unit, input) => changeCondition(unit, input, parts)),
    openDraft: inside(openDraft),
    saveDraft: inside(saveDraft),
    discardDraft: inside(discardDraft),
  };
}

type FichaContract = typeof formContract & typeof personsContract & typeof mendingContract & typeof correctionContract;

/** The other sections of a ficha, its persons, and what mends it. */
export const fichaHandlers: Handlers<FichaContract, Trx> = {
  getFormSection: inside(readFormSection),
  saveFormSection: inside(saveFormSection),
  listFormChanges: inside(listFormChanges),
  listFrequentDetails: inside(listFrequentDetails),
  listCasePersons: inside(listCasePersons),
  addParticipant: inside(addParticipant),
  changeParticipant: inside(changeParticipant),
  removeParticipant: inside(removeParticipant),
  getCasePerson: inside(getCasePerson),
  saveCasePerson: inside(saveCasePerson),
  listPersonChanges: inside(listPersonChanges),
  getPersonTimeline: inside(getPersonTimeline),
  openLinkedCase: inside(openLinkedCase),
  openCaseAgainstAnother: inside(openCaseAgainstAnother),
  listLinkedCases: inside(listLinkedCases),
  annulCase: inside(annulCase),
  proposeCaseAnnulment: inside(proposeAnnulment),
  approveCaseAnnulment: inside(approveAnnulment),
  listAnnulledCases: inside(listAnnulled),
  ...correctionHandlers,
};
