/** The handlers of the door and the waiting room, each in the file named after its work. */
import type { boardContract, deskContract, receptionContract } from '../../shared/reception/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { changeArrival, endArrival, getArrival, openArrival, registerArrival } from './arrivals.ts';
import { getWaiting, openBoard, readPublicBoard } from './board.ts';
import {
  answerInstitution,
  identifyInstitution,
  listInquiries,
  listInstitutionCalls,
  recordCallBack,
  recordInquiry,
  recordInstitutionCall,
} from './callers.ts';
import type { DoorContext } from './door-context.ts';
import { attendArrival, callArrival, handOverArrival, setArrivalHold, setMyPresence } from './moves.ts';
import { bookVisit, cancelVisit, checkInVisit, listVisits, missVisit } from './visits.ts';
import type { Trx } from './tables.ts';

type Contract = typeof receptionContract & typeof boardContract & typeof deskContract;

export function receptionHandlers(door: DoorContext): Handlers<Contract, Trx> {
  return {
    openArrival: inside(openArrival),
    closeArrival: inside(endArrival(door)),
    openBoard: inside(openBoard(door)),
    readPublicBoard: inside(readPublicBoard),
    registerArrival: inside(registerArrival(door)),
    getArrival: inside(getArrival(door)),
    changeArrival: inside(changeArrival(door)),
    callArrival: inside(callArrival),
    attendArrival: inside(attendArrival),
    handOverArrival: inside(handOverArrival(door)),
    setArrivalHold: inside(setArrivalHold),
    setMyPresence: inside(setMyPresence),
    getWaiting: inside(getWaiting),
    listVisits: inside(listVisits(door)),
    bookVisit: inside(bookVisit(door)),
    cancelVisit: inside(cancelVisit(door)),
    missVisit: inside(missVisit(door)),
    checkInVisit: inside(checkInVisit(door)),
    recordInquiry: recordInquiry(door),
    listInquiries: inside(listInquiries(door)),
    recordInstitutionCall: inside(recordInstitutionCall),
    listInstitutionCalls: inside(listInstitutionCalls(door)),
    identifyInstitution: inside(identifyInstitution(door)),
    recordCallBack: inside(recordCallBack(door)),
    answerInstitution: inside(answerInstitution(door)),
  };
}
