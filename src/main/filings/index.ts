export { filingsHandlers, type FilingParts } from './service.ts';
export { presentingHandlers } from './presenting-service.ts';
export { asksMeasures, measuresAskedOn } from './presenting-clock.ts';
export { issuedFilings, presentationRows, presentedFilings } from './presenting-repository.ts';
export { isInBundle, provesWrit } from './files-in-use.ts';
