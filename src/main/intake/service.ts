/** The handlers of the intake domain, each in the file named after its work. */
import type {
  correctionContract,
  formContract,
  intakeContract,
  mendingContract,
  personsContract,
} from '../../shared/intake/index.ts';
import type { Trx } from '../database.ts';
import { tellOfManyCases } from '../access/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { annulCase, approveAnnulment, listAnnulled, proposeAnnulment } from './annulment.ts';
import { getCase, handOverCase, listMyCases, openCase } from './cases.ts';
import { listFormChanges } from './changes.ts';
import { correctionHandlers } from './corrections.ts';
import { discardDraft, openDraft, saveDraft } from './drafts.ts';
import { listFrequentDetails } from './frequent-details.ts';
import { readFormSection, saveFormSection } from './form-sections.ts';
import { listLinkedCases, openLinkedCase } from './linked.ts';
import { placeWarnings } from './place-warnings.ts';
import { addParticipant, changeParticipant, listCasePersons, removeParticipant } from './participants.ts';
import { getCasePerson, getPersonTimeline, listPersonChanges, saveCasePerson } from './person-page.ts';
import { saveSectionBAndTell } from './news.ts';
import { readSectionA, readSectionB, saveSectionA } from './sections.ts';
import { ruleOutPersons, settlePerson } from './settle.ts';
import { changeCondition, proposeConditionOf, validateCase, type ValidationParts } from './validation.ts';

export function intakeHandlers(parts: ValidationParts): Handlers<typeof intakeContract, Trx> {
  return {
    openCase: inside(openCase),
    listMyCases: inside(listMyCases),
    getCase: inside(async (unit, input) => {
      await tellOfManyCases(unit, input.caseId);
      return getCase(unit, input);
    }),
    getSectionA: inside(readSectionA),
    saveSectionA: inside(async (unit, input) => {
      const saved = await saveSectionA(unit, input);
      return { ...saved, warnings: [...saved.warnings, ...placeWarnings(parts.places, input.form.answers)] };
    }),
    handOverCase: inside(handOverCase),
    getSectionB: inside(readSectionB),
    saveSectionB: inside(saveSectionBAndTell(parts)),
    settlePerson: inside(settlePerson(parts)),
    ruleOutPersons: inside(ruleOutPersons(parts)),
    proposeCondition: inside(proposeConditionOf(parts)),
    validateCase: inside(validateCase(parts)),
    changeCondition: inside(changeCondition(parts)),
    openDraft: inside(openDraft),
    saveDraft: inside(saveDraft),
    discardDraft: inside(discardDraft),
  };
}

/** Sections of the paper beside A and B, and the persons of a case. */
const formHandlers: Handlers<typeof formContract & typeof personsContract, Trx> = {
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
};

const mendingHandlers: Handlers<typeof mendingContract, Trx> = {
  openLinkedCase: inside(openLinkedCase),
  listLinkedCases: inside(listLinkedCases),
  annulCase: inside(annulCase),
  proposeCaseAnnulment: inside(proposeAnnulment),
  approveCaseAnnulment: inside(approveAnnulment),
  listAnnulledCases: inside(listAnnulled),
};

type FichaContract = typeof formContract & typeof personsContract & typeof mendingContract & typeof correctionContract;

/** The sections of a ficha, its persons, and what mends it. */
export const fichaHandlers: Handlers<FichaContract, Trx> = {
  ...formHandlers,
  ...mendingHandlers,
  ...correctionHandlers,
};
