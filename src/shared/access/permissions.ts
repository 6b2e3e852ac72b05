/**
 * Roles × actions as data (security design §5.2). Deny by default: what is not here is denied.
 *
 * Cells, column by column (admission · psychologist · socialWorker · lawyer · preventionOfficer · coordinator ·
 * technicalSupport · auditor): `-` never, `A` assigned, team or grant, `*` any case of the centre, `y` not tied to
 * a case, `own` own records; `:view` limits what is seen, `2` asks for a second person, `!` for the password again.
 */
import { codesOf } from '../platform/codes-of.ts';
import { isCounterpart, roles, type Role } from './codes.ts';

export type Scope = 'assigned' | 'any' | 'untied' | 'own';

export type Grant = {
  readonly scope: Scope;
  /** Name of the limited view, null for the whole. */
  readonly view: string | null;
  readonly secondPerson: boolean;
  readonly passwordAgain: boolean;
};

type Cell = '-' | `${'A' | '*' | 'y' | 'own'}${'' | `:${string}`}${'' | '2'}${'' | '!'}`;
type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

const table = {
  'alert.read': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'alert.acknowledge': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'case.open': ['y', 'y', 'y', 'y', '-', 'y', '-', '-'],
  'case.list': ['*:today', 'A', 'A', 'A', '-', '*', '-', '-'],
  'case.validate': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'case.assign': ['-', '-', '-', '-', '-', '*', '-', '-'],
  // Added while building: a draft as the ficha itself is written; a validated one as a closing (decision on mending).
  'case.annul': ['own:first24h', 'A', 'A', 'A', '-', '*', '-', '-'],
  'case.annulValidated': ['-', 'A2', 'A2', 'A2', '-', '*2', '-', '-'],
  // Added while building: the list before a closing is for whoever closes it, and for who leads the centre.
  'closing.read': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'closing.supervise': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'case.close': ['-', 'A2', 'A2', 'A2', '-', '*2', '-', '-'],
  'case.reopen': ['-', '-', '-', '-', '-', '*', '-', '-'],
  'case.listAnnulled': ['-', '-', '-', '-', '-', 'y', '-', 'y'],
  'record.move': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  // Whoever opened the ficha may ask at any time; deciding is as writing Section A.
  'correction.ask': ['y', 'y', 'y', 'y', '-', 'y', '-', '-'],
  'correction.decide': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'case.handOver': ['own:first24h', 'A', 'A', 'A', '-', '*', '-', '-'],
  'registerForm.readA': ['own:first24h', 'A', 'A', 'A', '-', '*', '-', '-'],
  'registerForm.writeA': ['own:first24h', 'A', 'A', 'A', '-', '*', '-', '-'],
  'registerForm.readB': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'registerForm.writeB': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'person.readIdentity': ['*:today', 'A', 'A', 'A', '-', '*', '-', '-'],
  'person.findByDocument': ['*:exists', '*:exists', '*:exists', '*:exists', '-', '*', '-', '-'],
  'person.findByName': ['*:candidates', 'A', 'A', 'A', '-', '*', '-', '-'],
  'person.readAggressorCases': ['-', '-', '-', '-', '-', '*', '-', '-'],
  'person.merge': ['-', '-', '-', '-', '-', '*2', '-', '-'],
  // Added while building: nothing is joined by it, and «Es la misma» undoes it in a ficha.
  'person.tellApart': ['-', '-', '-', '-', '-', '*', '-', '-'],
  'person.unmerge': ['-', '-', '-', '-', '-', '*2', '-', '-'],
  // Added while building: who approves a merge must see what is joined (decision on merging persons).
  'person.compare': ['-', 'y', 'y', 'y', '-', 'y', '-', '-'],
  'account.write': ['own:first24h', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'account.read': ['own:first24h', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'risk.read': ['*:colour', 'A', 'A', 'A', '-', '*', '-', '-'],
  'risk.assess': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  // Added while building: where she would go and who knows is for the three services that attend her.
  'safetyPlan.read': ['-', 'A', 'A', 'A', '-', '-', '-', '-'],
  'safetyPlan.write': ['-', 'A', 'A', 'A', '-', '-', '-', '-'],
  // Added while building: what is seen on her body is for the three services that attend her.
  'injury.read': ['-', 'A', 'A', 'A', '-', '-', '-', '-'],
  'injury.note': ['-', 'A', 'A', 'A', '-', '-', '-', '-'],
  // Added while building: where she was placed is for whoever attends her; whoever leads only in a case of her own.
  'reintegration.read': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'reintegration.write': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'psychologicalReport.read': ['-', 'A', 'A:conclusion', 'A:conclusion', '-', '-', '-', '-'],
  'psychologicalReport.write': ['-', 'A', '-', '-', '-', '-', '-', '-'],
  'socialReport.read': ['-', 'A:summary', 'A', 'A:summary', '-', 'A', '-', '-'],
  'socialReport.write': ['-', '-', 'A', '-', '-', '-', '-', '-'],
  'legalFile.read': ['-', 'A:status', 'A:status', 'A', '-', 'A', '-', '-'],
  'legalFile.write': ['-', '-', '-', 'A', '-', 'A', '-', '-'],
  'deadline.read': ['*:today', 'A', 'A', 'A', '-', '*', '-', '-'],
  // Added while building: who is on duty tells what happened and reads nothing (decision on the clock).
  'novelty.append': ['-', '*', '*', '*', '-', '*', '-', '-'],
  'attachment.read': ['-', 'A:ownArea', 'A:ownArea', 'A', '-', 'A', '-', '-'],
  'attachment.add': ['-', 'A:ownArea', 'A:ownArea', 'A', '-', 'A', '-', '-'],
  'attachment.exportOriginal': ['-', '-', '-', 'A2!', '-', 'A2!', '-', '-'],
  'consent.read': ['*:today', 'A', 'A', 'A', '-', '*', '-', '-'],
  'consent.record': ['own:first24h', 'A', 'A', 'A', '-', 'A', '-', '-'],
  // Added while building: as Section B, which they continue (decision on follow-up).
  'attention.read': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'attention.record': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  // Added while building: what psychology writes for itself, under a key of its own (D36, decision 0086).
  'sessionNote.read': ['-', 'A', '-', '-', '-', '-', '-', '-'],
  'sessionNote.write': ['-', 'A', '-', '-', '-', '-', '-', '-'],
  'sessionNote.openWithPaper': ['-', '-', '-', '-', '-', 'y2!', '-', '-'],
  // Added while building: as the attentions, which close it.
  'plan.read': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'plan.write': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  // Added while building: who attends her calls her; whoever leads only in a case of her own.
  'call.read': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'call.make': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'interview.read': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'interview.record': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'referral.record': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'directory.read': ['y', 'y', 'y', 'y', 'y', 'y', '-', '-'],
  // Added while building: activities and programmes of Promoción hold no person; Coordinación reads them for the month.
  'prevention.read': ['-', '-', '-', '-', 'y', 'y', '-', '-'],
  // The ticks of each code of a programme: whoever leads it, and who answers for it (decision 0082).
  'prevention.readGroup': ['-', '-', '-', '-', 'y', 'y', '-', '-'],
  // A list with names is opened by who leads the activity (own) and by Coordinación; photographs by both.
  'prevention.readFile': ['-', '-', '-', '-', 'own', 'y', '-', '-'],
  'prevention.addFile': ['-', '-', '-', '-', 'y', '-', '-', '-'],
  'prevention.write': ['-', '-', '-', '-', 'y', '-', '-', '-'],
  'directory.write': ['-', '-', 'y', 'y', '-', 'y', '-', '-'],
  'appointment.read': ['*', 'A', 'A', 'A', '-', '*', '-', '-'],
  'appointment.write': ['*', 'A', 'A', 'A', '-', '*', '-', '-'],
  'arrival.hold': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'inquiry.read': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'waiting.read': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'print.appointmentSlip': ['*:today', 'A', 'A', 'A', '-', '*', '-', '-'],
  'print.referral': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'print.psychologicalReport': ['-', 'A', '-', '-', '-', '-', '-', '-'],
  'print.socialReport': ['-', '-', 'A', '-', '-', '-', '-', '-'],
  // Added while building: the door to writs and reports; each kind asks for its own row as well (decision on reports).
  'filing.compose': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'print.filing': ['-', '-', '-', 'A', '-', 'A', '-', '-'],
  'print.wholeCase': ['-', '-', '-', 'A!', '-', 'A!', '-', '-'],
  // Blank forms hold no data: who receives a person may need one on a day without power (decision on blank papers).
  'blankPaper.print': ['y', 'y', 'y', 'y', '-', 'y', '-', '-'],
  'safeAddress.read': ['-', 'A:zone', 'A', 'A:zone', '-', 'A', '-', '-'],
  'print.reservedSheet': ['-', '-', '-', 'A!', '-', 'A!', '-', '-'],
  'document.list': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'print.verifyNumber': ['y', 'y', 'y', 'y', '-', 'y', '-', 'y'],
  'printRegister.read': ['own', 'own', 'own', 'own', '-', 'y', '-', 'y'],
  // Added while building: the visiting auditor reads what others saved and marks nothing of it.
  'printRegister.markRemoved': ['own', 'own', 'own', 'own', '-', 'y', '-', 'own'],
  'report.preview': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  // Added while building: exact figures and whose they are (decision 0076).
  'report.internal': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  // Added while building: exact figures outside, encrypted to one recipient (disclosure §7).
  'report.exportReserved': ['-', '-', '-', '-', '-', 'y2!', '-', '-'],
  'report.quality': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'report.closeMonth': ['-', '-', '-', '-', '-', 'y2!', '-', '-'],
  // Added while building: who is asked to approve a closing reads its figures, and of that month alone.
  'report.readProposed': ['-', 'y', 'y', 'y', '-', 'y', '-', '-'],
  // Added while building: what was published after the copy that a record went back to (decision on the order of months).
  'report.settleRestored': ['-', '-', '-', '-', '-', 'y!', '-', '-'],
  'report.readFrozen': ['-', '-', '-', '-', '-', 'y', '-', 'y'],
  // Added while building: figures of the whole centre, each with its list (decision on monitoring).
  'monitoring.read': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'monitoring.print': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  // Added while building: who leads the centre asks for what a list shows to be missing, in a ficha that is open to her.
  'monitoring.ask': ['-', '-', '-', '-', '-', '*', '-', '-'],
  'import.run': ['-', '-', '-', '-', '-', 'y2!', '-', '-'],
  // Added while building: preparing a list writes nothing of it in the record (decision on old lists).
  'import.prepare': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'proposal.decide': ['-', 'y!', 'y!', 'y!', '-', 'y!', '-', '-'],
  'settings.centre': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'settings.datedTables': ['-', '-', '-', 'y', '-', 'y', '-', '-'],
  'settings.read': ['y', 'y', 'y', 'y', 'y', 'y', 'y', 'y'],
  'audit.readOwn': ['y', 'y', 'y', 'y', 'y', 'y', 'y', 'y'],
  'audit.readCaseAccess': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'audit.readAll': ['-', '-', '-', '-', '-', 'y:others', 'y:technical', 'y'],
  // Added while building: how the record was kept, for who inspects it; it leaves with a second person (decision 0091).
  'inspection.read': ['-', '-', '-', '-', '-', 'y', '-', 'y'],
  'inspection.release': ['-', '-', '-', '-', '-', 'y!', '-', 'y!'],
  'audit.verify': ['-', '-', '-', '-', '-', 'y', 'y', 'y'],
  // Added while building: the papers that keep the audit from being rewritten (decision on witnesses).
  'audit.witness': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'audit.segmentKey': ['-', '-', '-', '-', '-', 'y', '-', 'y'],
  // Two people at the same computer, without a proposal: a read-only record keeps none (D4).
  'readOnly.end': ['-', '-', '-', '-', '-', 'y!', '-', '-'],
  'audit.startSegment': ['-', '-', '-', '-', '-', 'y!', '-', '-'],
  'dataIncident.create': ['y', 'y', 'y', 'y', 'y', 'y', 'y', '-'],
  'dataIncident.read': ['own', 'own', 'own', 'own', 'own', 'y', 'y:technical', 'y'],
  // Added while building: telling the authority and reviewing permissions is for Coordinación (decision on the duties of the centre).
  'dataIncident.close': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'accessReview.read': ['-', '-', '-', '-', '-', 'y', '-', 'y'],
  'accessReview.record': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  // Added while building: requests of a person about her data, in a ficha of hers; of others, in none (decision 0091).
  'dataRequest.record': ['-', 'A', 'A', 'A', '-', 'A', '-', '-'],
  'dataRequest.read': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'dataRequest.answer': ['-', '-', '-', 'A', '-', '*', '-', '-'],
  'dataRequest.recordOutside': ['y', 'y', 'y', 'y', '-', 'y', '-', '-'],
  'dataRequest.list': ['own', 'own', 'own', 'own', '-', 'y', '-', '-'],
  'dataRequest.answerOutside': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  // Added while building: her own copy is read before by whoever attends her, and leaves by two people (decision 0091).
  'ownCopy.read': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'ownCopy.issue': ['-', '-', '-', 'A2!', '-', 'A2!', '-', '-'],
  'breakGlass.open': ['-', 'y!', 'y!', 'y!', '-', 'y!', '-', '-'],
  // Added while building: what is open of one's own is seen and ended without the password.
  'breakGlass.own': ['-', 'y', 'y', 'y', '-', 'y', '-', '-'],
  // Added while building: one opened by Coordinación goes to another professional as well (security design §5.5).
  'breakGlass.review': ['-', 'y:coordination', 'y:coordination', 'y:coordination', '-', 'y:others', '-', 'y'],
  'seal.create': ['-', '-', '-', 'A2', '-', '*2', '-', '-'],
  'seal.giveKey': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'seal.open': ['-', '-', '-', '-', '-', '*2!', '-', '-'],
  // Added while building: the numbers of the fichas reservadas that Coordinación does not open.
  'seal.list': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  // Added while building: that a ficha is reservada, since when and for whom (decision on closed fichas).
  'seal.read': ['-', 'A', 'A', 'A', '-', '*', '-', '-'],
  'conflict.declareOwn': ['y', 'y', 'y', 'y', 'y', 'y', 'y', '-'],
  'conflict.review': ['-', '-', '-', '-', '-', 'y:others', '-', 'y'],
  // The visiting auditor reads; deciding is for Coordinación.
  'conflict.decide': ['-', '-', '-', '-', '-', 'y:others', '-', '-'],
  'staff.read': ['-', '-', '-', '-', '-', 'y', 'y', 'y'],
  'staff.create': ['-', '-', '-', '-', '-', 'y2', 'y2', '-'],
  'staff.assignRole': ['-', '-', '-', '-', '-', 'y2', '-', '-'],
  'staff.disable': ['-', '-', '-', '-', '-', 'y', 'y', '-'],
  'staff.resetAccess': ['-', '-', '-', '-', '-', 'y2', '-', '-'],
  // Added while building: the last coordinator forgot hers, and the recovery key is the second person (D4, decision 0038).
  'staff.resetCoordinator': ['-', 'y2', 'y2', 'y2', '-', '-', '-', '-'],
  // Added while building: names and functions of who could stand in, for whoever may propose it.
  'staff.readNames': ['-', 'y', 'y', 'y', '-', 'y', '-', '-'],
  // Added while building (D3): by others than Coordinación with the recovery key.
  'acting.propose': ['-', 'y2', 'y2', 'y2', '-', 'y2', '-', '-'],
  'acting.end': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'caseload.cover': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'recoveryKey.standIn': ['-', 'y!', 'y!', 'y!', '-', 'y!', 'y!', '-'],
  'key.rotate': ['-', '-', '-', '-', '-', 'y2!', '-', '-'],
  // Added while building: the second step of what two people began with their passwords (decision on the new key).
  'key.finishRotation': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  // Added while building: connecting computers is the coordinator's; support sees which there are.
  'companions.read': ['-', '-', '-', '-', '-', 'y', 'y', '-'],
  'companions.manage': ['-', '-', '-', '-', '-', 'y', '-', '-'],
  'backup.run': ['y', 'y', 'y', 'y', 'y', 'y', 'y', '-'],
  'backup.verify': ['-', '-', '-', '-', '-', 'y', 'y', '-'],
  'backup.restore': ['-', '-', '-', '-', '-', 'y2!', 'y2!', '-'],
  'settings.technical': ['-', '-', '-', '-', '-', 'y', 'y', '-'],
} as const satisfies Record<string, Row>;

/** What a counterpart of another institution may do (decision 0092): nothing of the table, and nobody else any of this. */
const ofCounterparts = {
  // Any case, and of it what was handed to its institution with her consent: that is asked of the hand-over.
  'counterpart.read': '*',
  'counterpart.answer': '*',
  // Whoever is related to somebody says so: those cases are not there for her either.
  'conflict.declareOwn': 'y',
} as const satisfies Record<string, Cell>;

export type Action = keyof typeof table | keyof typeof ofCounterparts;
export const actions: readonly Action[] = [...new Set([...codesOf(table), ...codesOf(ofCounterparts)])];

const scopes: Record<string, Scope> = { A: 'assigned', '*': 'any', y: 'untied', own: 'own' };

function parse(cell: Cell): Grant | null {
  const match = /^(A|\*|y|own)(?::([A-Za-z0-9]+?))?(2)?(!)?$/.exec(cell);
  const scope = match?.[1] === undefined ? undefined : scopes[match[1]];
  if (match === null || scope === undefined) return null;
  return {
    scope,
    view: match[2] ?? null,
    secondPerson: match[3] !== undefined,
    passwordAgain: match[4] !== undefined,
  };
}

/** What one role may do; null when it may never. Unknown actions and roles are denied. */
export function grantOf(role: Role, action: string): Grant | null {
  if (isCounterpart(role)) {
    return Object.hasOwn(ofCounterparts, action) ? parse(ofCounterparts[action as keyof typeof ofCounterparts]) : null;
  }
  if (!Object.hasOwn(table, action)) return null;
  const column = roles.indexOf(role);
  const cell = (table[action as keyof typeof table] as readonly Cell[])[column];
  return cell === undefined ? null : parse(cell);
}
