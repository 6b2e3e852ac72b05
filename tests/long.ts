/**
 * Files of unit and service tests that take a processor more than two seconds each: most of the time of all.
 * `npm run check` leaves them to `npm test`.
 */
export const longTests: readonly string[] = [
  'contract/{any-message,closed-cases,notes-unread}',
  'renderer/platform/{lost-answer-mocked,stored-once-mocked}',
  'services/attachments/{attachments,bad-files,copies,hostile-files}',
  'services/audit/{put-back,read-only,rewritten}',
  'services/backup/{backup,chain,interrupted-restore,on-time,rotation-mocked,used-folder}',
  'services/centre/{recovery,two-places}',
  'services/demo/{demo-command,my-days}',
  'services/filings/{clock,filings,kinds,own-models,presenting,presenting-desk,presenting-titles}',
  'services/filings/{read-aloud,reports,sealed,terms-met}',
  'services/imports/by-meaning',
  'services/intake/{histories,likely,links,person-sight}',
  'services/papers/{changed-file,copies,leaving-names,neutral-files,outside,repeated,reserved-places}',
  'services/people/{candidates,invented-record,linkage-own,merges,nicknames}',
  'services/platform/{ask-again,bad-inputs,bad-inputs-e-to-i}',
  'services/proceedings/{board,notices}',
  'services/reception/{closed-names,two-databases}',
  'services/referrals/{act,kinds,namesakes,private-persons,referrals,returns}',
  'services/register/{blank-papers,registration}',
  'services/reports/{month-2012,month-closing,year-lists}',
  'services/start-without-driver-mocked',
  'storage/{flips,migrations,postgres-schema}',
  'unit/filings/{all-kinds,template}',
  'unit/paper/{archivable,layout,shaped-words,tagged,whole-words}',
  'unit/proceedings/{deadline,deadline-oracle}',
  'unit/referrals/{pages,printed}',
  'unit/reports/{attack,rounding}',
].map((name) => `tests/${name}.test.{ts,tsx}`);
