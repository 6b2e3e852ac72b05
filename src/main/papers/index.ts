export { BegunPapers } from './begun.ts';
export { CopyWork as BatchWork } from './copy-work.ts';
export { mediaTypes } from './copies.ts';
export { deliverCopy } from './deliver.ts';
export { contentHash, issueDocument, type PaperToIssue } from './issue.ts';
export { casesOfPapers, copiesLeft, copyWitnesses } from './audited.ts';
export {
  listDocuments,
  nextNumber,
  numberOfPaper,
  paperHands,
  papersOfCase,
  peekNumber,
  serialNumber,
} from './repository.ts';
export { allowedFolders } from './folders.ts';
export { allowedPrinters, choosePrinter } from './printers.ts';
export { registerCopy, settleCopies } from './register-copy.ts';
export { moveSaved, saveFileHandler } from './saved-files.ts';
export { papersHandlers } from './service.ts';
export type { PapersOpened } from './tables.ts';
export {
  addressLine,
  ageOn,
  centreHead,
  disabilityWords,
  documentOf,
  optionLabel,
  readCaseRecord,
  reservedWords,
  withheldTexts,
  type CaseRecord,
} from './case-record.ts';
export { allNamesOf, casePersons, privacyFrom, type CasePerson, type Privacy } from './private-persons.ts';
export {
  commitWorking,
  deliverWorking,
  issueWorking,
  prepareWorking,
  type ReadyPaper,
  type WorkingParts,
} from './working-paper.ts';
