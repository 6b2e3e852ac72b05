/** The handlers of the intake domain, each in the file named after its work. */
import type { formContract, intakeContract, personsContract } from '../../shared/intake/index.ts';
import type { Trx } from '../database.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { getCase, handOverCase, listMyCases, openCase, settlePerson } from './cases.ts';
import { listFormChanges } from './changes.ts';
import { discardDraft, openDraft, saveDraft } from './drafts.ts';
import { readFormSection, saveFormSection } from './form-sections.ts';
import { readSectionA, readSectionB, saveSectionA, saveSectionB } from './sections.ts';
import { addParticipant, changeParticipant, listCasePersons, removeParticipant } from './participants.ts';
import { getCasePerson, getPersonTimeline, listPersonChanges, saveCasePerson } from './person-page.ts';
import { proposeConditionOf, validateCase, type IsMonthClosed } from './validation.ts';

export function intakeHandlers(isMonthClosed: IsMonthClosed): Handlers<typeof intakeContract, Trx> {
  return {
    openCase: inside(openCase),
    listMyCases: inside(listMyCases),
    getCase: inside(getCase),
    getSectionA: inside(readSectionA),
    saveSectionA: inside(saveSectionA),
    handOverCase: inside(handOverCase),
    getSectionB: inside(readSectionB),
    saveSectionB: inside(saveSectionB),
    settlePerson: inside(settlePerson),
    proposeCondition: inside(proposeConditionOf),
    validateCase: inside(validateCase(isMonthClosed)),
    openDraft: inside(openDraft),
    saveDraft: inside(saveDraft),
    discardDraft: inside(discardDraft),
  };
}

export const formHandlers: Handlers<typeof formContract, Trx> = {
  getFormSection: inside(readFormSection),
  saveFormSection: inside(saveFormSection),
  listFormChanges: inside(listFormChanges),
};

export const personsHandlers: Handlers<typeof personsContract, Trx> = {
  listCasePersons: inside(listCasePersons),
  addParticipant: inside(addParticipant),
  changeParticipant: inside(changeParticipant),
  removeParticipant: inside(removeParticipant),
  getCasePerson: inside(getCasePerson),
  saveCasePerson: inside(saveCasePerson),
  listPersonChanges: inside(listPersonChanges),
  getPersonTimeline: inside(getPersonTimeline),
};
