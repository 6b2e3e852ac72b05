/** `deadlines`: the terms of a case as the record counts them, for who keeps another calendar. */
import { caseIdOf } from './case-work.ts';
import type { Command } from './command.ts';

export const deadlinesCommand: Command = {
  usage: '--data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID',
  options: { case: { type: 'string' } },
  run: async (line) => {
    await line.signIn();
    const caseId = await caseIdOf(line);
    const { deadlines, recordTerms } = await line.client.getProceedings({ caseId });
    line.print({
      deadlines: deadlines.map(({ ruleId, task, trigger, due, warnsAt, source, confirmation, state, ...rest }) => ({
        rule: ruleId,
        version: due.ruleVersion,
        source,
        confirmation,
        task,
        trigger: { kind: trigger.kind, ...trigger.at },
        dueByEntry: due.byEntry?.due ?? null,
        dueByEffect: due.byEffect?.due ?? null,
        // Where days that may not bind the office count as off too; null where they change nothing.
        dueByEntryIfOff: due.ifOff?.byEntry?.due ?? null,
        dueByEffectIfOff: due.ifOff?.byEffect?.due ?? null,
        warnsAt,
        skipped: due.byEntry?.skipped ?? [],
        skippedByEffect: due.byEffect?.skipped ?? [],
        state: rest.isOverdue ? 'overdue' : state,
      })),
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
