/** The handlers of the proceedings domain, each in the file named after its work. */
import type { proceedingsContract } from '../../shared/proceedings/index.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { boardOf, countDeadlines, settleDeadline } from './board.ts';
import { correctEvent, recordEvent, reportNovelty, reportNoveltyByNumber } from './events.ts';
import { endHearing, findClashes, saveHearing } from './hearings.ts';
import { countTerms, noticeHandler } from './notices.ts';
import { paperHandlers, type PaperParts } from './papers.ts';
import { releasePaperHandlers } from './release-papers.ts';
import { remindDeadlines } from './reminders.ts';
import type { RecordParts } from './record-terms.ts';
import { getProceedings } from './views.ts';
import type { Trx } from './tables.ts';

export function proceedingsHandlers(parts: PaperParts & RecordParts): Handlers<typeof proceedingsContract, Trx> {
  return {
    getProceedings: inside((unit, input) => getProceedings(unit, input, parts)),
    readCourtNotice: twoPhase(noticeHandler),
    countTerms: inside(countTerms),
    recordEvent: inside(recordEvent),
    correctEvent: inside(correctEvent),
    findClashes: inside(findClashes),
    saveHearing: inside(saveHearing),
    endHearing: inside(endHearing),
    settleDeadline: inside(settleDeadline),
    reportNovelty: inside(reportNovelty),
    reportNoveltyByNumber: inside(reportNoveltyByNumber),
    listDeadlines: inside(async (unit, { scope }) => {
      const board = await boardOf(unit, scope, parts);
      unit.note({ deadlines: board.deadlines.length, hearings: board.hearings.length });
      return board;
    }),
    countDeadlines: inside((unit) => countDeadlines(unit, parts)),
    remindDeadlines: inside((unit) => remindDeadlines(unit, parts)),
    ...paperHandlers(parts),
    ...releasePaperHandlers(parts),
  };
}
