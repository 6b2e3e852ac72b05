/** `deadlines`: the terms of a case as the record counts them, for who keeps another calendar. */
import { caseIdOf } from './case-work.ts';
import { word, type Command } from './command.ts';
import type { Contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';

export const deadlinesCommand: Command = {
  usage: '--data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID',
  options: { case: word },
  run: async (line) => {
    await line.signIn();
    const caseId = await caseIdOf(line);
    const { deadlines, recordTerms } = await line.client.getProceedings({ caseId });
    line.print({
      deadlines: deadlines.map(actLine),
      // What the ficha starts by itself; `first` and `last` differ where the hour, or the day, is not known.
      recordTerms: recordTerms.map(({ ruleId, task, trigger, due, warnsAt, source, confirmation, state, ...rest }) => ({
        rule: ruleId,
        source,
        confirmation,
        task,
        trigger,
        dueFirst: due.byEntry?.due ?? null,
        dueLast: due.byEffect?.due ?? null,
        warnsAt,
        doneOn: rest.doneOn,
        state: rest.isOverdue ? 'overdue' : state,
      })),
    });
  },
};

type Deadline = OutputOf<Contract['getProceedings']>['deadlines'][number];

/** A term of an act: both ends, and both with the days that may not bind the office (D40), null where they change nothing. */
function actLine({ ruleId, task, trigger, due, warnsAt, source, confirmation, state, isOverdue }: Deadline) {
  const { byEntry, byEffect, ifOff } = due;
  return {
    rule: ruleId,
    version: due.ruleVersion,
    source,
    confirmation,
    task,
    trigger: { kind: trigger.kind, act: trigger.act, ...trigger.at },
    ...{ dueByEntry: dueOf(byEntry), dueByEffect: dueOf(byEffect) },
    ...{
      dueByEntryIfOff: dueOf(ifOff?.byEntry),
      dueByEffectIfOff: dueOf(ifOff?.byEffect),
      daysIfOff: ifOff?.days ?? [],
    },
    warnsAt,
    ...{ skipped: byEntry?.skipped ?? [], skippedByEffect: byEffect?.skipped ?? [] },
    state: isOverdue ? 'overdue' : state,
  };
}

function dueOf(term: { readonly due: NonNullable<Deadline['due']['byEntry']>['due'] } | null | undefined) {
  return term?.due ?? null;
}
