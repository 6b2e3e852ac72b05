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
    closeArrival: inside((unit, input) => endArrival(unit, input, door)),
    openBoard: inside((unit) => openBoard(unit, door)),
    readPublicBoard: inside(readPublicBoard),
    registerArrival: inside((unit, input) => registerArrival(unit, input, door)),
    getArrival: inside((unit, input) => getArrival(unit, input, door)),
    changeArrival: inside((unit, input) => changeArrival(unit, input, door)),
    callArrival: inside(callArrival),
    attendArrival: inside(attendArrival),
    handOverArrival: inside((unit, input) => handOverArrival(unit, input, door)),
    setArrivalHold: inside(setArrivalHold),
    setMyPresence: inside(setMyPresence),
    getWaiting: inside(getWaiting),
    listVisits: inside((unit, input) => listVisits(unit, input, door)),
    bookVisit: inside((unit, input) => bookVisit(unit, input, door)),
    cancelVisit: inside((unit, input) => cancelVisit(unit, input, door)),
    missVisit: inside((unit, input) => missVisit(unit, input, door)),
    checkInVisit: inside((unit, input) => checkInVisit(unit, input, door)),
    recordInquiry: recordInquiry(door),
    listInquiries: inside((unit) => listInquiries(unit, door)),
    recordInstitutionCall: inside(recordInstitutionCall),
    listInstitutionCalls: inside((unit) => listInstitutionCalls(unit, door)),
    identifyInstitution: inside((unit, input) => identifyInstitution(unit, input, door)),
    recordCallBack: inside((unit, input) => recordCallBack(unit, input, door)),
    answerInstitution: inside((unit, input) => answerInstitution(unit, input, door)),
  };
}
