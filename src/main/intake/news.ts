/** What Section B and who is who tell the team unasked: a new event of a known pair, a measure breached. */
import {
  blankConditionAnswers,
  conditionFactsOf,
  oldListVersion,
  type ConditionAnswers,
  type intakeContract,
} from '../../shared/intake/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { raiseAlert, wasRaised } from '../alerts/index.ts';
import { getPair, type CaseRow } from './case-repository.ts';
import { earlierFichas, gatherHistory, savedCase, type Gathered, type HistoryParts } from './condition-history.ts';
import { saveSectionB } from './sections.ts';
import type { Use } from './tables.ts';

type SaveB = InputOf<(typeof intakeContract)['saveSectionB']>;

/** Once: it is no news when a section is saved again. */
async function tell(unit: Use, caseId: CaseId, number: string): Promise<void> {
  const alert = { caseId, kind: 'newEvent', note: `Ficha ${number}` } as const;
  if (!(await wasRaised(unit.trx, alert))) await raiseAlert(unit, alert);
}

/** Called wherever the record may learn of it: the day of the event, who he is. */
export async function tellNewEvent(unit: Use, row: CaseRow, parts: HistoryParts): Promise<void> {
  // Most women come for the first time: nothing else of the record has to be read then.
  if ((await earlierFichas(unit, row, await getPair(unit.trx, row.pair_id))).length === 0) return;
  const saved = await savedCase(unit.trx, unit, row.id);
  await tellWhatIsNew(unit, row, await gatherHistory(unit, saved, parts), blankConditionAnswers);
}

/** The same with the answers of a professional. */
export async function tellWhatIsNew(
  unit: Use,
  row: CaseRow,
  { history, earlier }: Gathered,
  answers: ConditionAnswers,
): Promise<void> {
  const facts = conditionFactsOf(history, answers);
  if (facts.newEvent !== true) return;
  const at = history.earlier.findIndex((one) => one.aggressor === 'same' && !one.isSameEvent);
  const before = earlier[at]?.row;
  if (before === undefined || before.is_sealed === 1 || row.is_sealed === 1) return;
  // Nobody works on a ficha of an old list, and its import may still be undone.
  if (before.form_version !== oldListVersion) await tell(unit, before.id, row.number);
  await tell(unit, row.id, before.number);
}

/** «Incumple medidas de protección» marked where it was not. */
async function tellBreach(unit: Use, caseId: CaseId, marked: { was: boolean; is: boolean }): Promise<void> {
  if (marked.was || !marked.is) return;
  await raiseAlert(unit, { caseId, kind: 'measureBreached', note: 'Marcado en la Sección B.' });
}

const breach = (answers: { readonly aggressorRiskFactors: readonly string[] | null }) =>
  answers.aggressorRiskFactors?.includes('breachesMeasures') === true;

/** Saves Section B and tells what it brought. */
export async function saveSectionBAndTell(unit: Use, input: SaveB, parts: HistoryParts) {
  const { row, before, output } = await saveSectionB(unit, input);
  await tellBreach(unit, input.caseId, { was: breach(before), is: breach(input.form.answers) });
  await tellNewEvent(unit, row, parts);
  return output;
}
