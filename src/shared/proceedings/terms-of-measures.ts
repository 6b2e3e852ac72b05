/** Terms of Ley 30364 as rows: notice, decision on measures, its appeal, its execution (law-facts §3). */
import { outOfCourt, rule, type DeadlineRow, type TermHead } from './deadline-rule.ts';

const law = 'Ley 30364';

function decision(amount: number, task: string): TermHead {
  return { trigger: 'courtReceived', actor: 'court', task, amount, unit: 'hours' };
}

const byLevel = 'El juzgado dicta medidas, según el nivel de riesgo';
const atAnyLevel = 'El juzgado dicta medidas, en cualquier nivel de riesgo';
const law31715 = `Ley 31715; ${law}, art. 16`;
const since31715 = { from: '2023-03-23', mark: 'secondary' } as const;
const law30862 = `D. Leg. 1386 y Ley 30862; ${law}, art. 16`;
const until1470 = {
  ...{ from: '2018-09-05', to: '2020-04-27' },
  note: 'Del 05/09/2018 al 25/10/2018 regía el D. Leg. 1386, cuyo texto no se vio: se cuenta como con la Ley 30862 (por confirmar).',
} as const;
const law1470 = 'D. Leg. 1470, art. 4';

/** Which text held on the day the court knew (law-facts §3.1). */
const decisions: readonly DeadlineRow[] = [
  rule('D03a', decision(24, byLevel), law31715, { ...since31715, riskLevel: 'mildOrModerate' }),
  rule('D03b', decision(24, byLevel), law31715, { ...since31715, riskLevel: 'severe' }),
  rule('D03c', decision(48, byLevel), law31715, { ...since31715, riskLevel: 'undetermined' }),
  rule(
    'D50',
    { ...decision(48, 'Límite desde la denuncia hasta las medidas'), trigger: 'complaintFiled' },
    `${law31715}.d`,
    since31715,
  ),
  rule('D04a', decision(24, 'El juzgado dicta medidas, sin audiencia'), law30862, {
    ...until1470,
    riskLevel: 'severe',
  }),
  rule('D04b', decision(48, 'El juzgado dicta medidas, con audiencia'), law30862, {
    ...until1470,
    riskLevel: 'mildOrModerate',
  }),
  rule('D04c', decision(72, 'El juzgado dicta medidas'), law30862, { ...until1470, riskLevel: 'undetermined' }),
  rule('D70', decision(24, atAnyLevel), law1470, { from: '2020-04-28', to: '2023-03-22', mark: 'secondary' }),
  rule('D71', decision(24, atAnyLevel), law1470, {
    ...{ from: '2023-03-23', to: '2023-05-25', mark: 'secondary', riskLevel: 'undetermined' },
    note: 'Hasta el 25/05/2023 regían a la vez el D. Leg. 1470 (24 horas) y la Ley 31715 (48 horas): avisa el más corto.',
  }),
  rule('D74', { ...decision(24, 'Límite desde la denuncia hasta las medidas'), trigger: 'complaintFiled' }, law1470, {
    ...{ from: '2020-04-28', to: '2023-05-25', mark: 'secondary' },
  }),
  rule('D72', decision(72, 'El juzgado dicta medidas'), `${law}, art. 16, texto original`, {
    ...{ from: '2015-11-24', to: '2018-09-04' },
    note: 'Texto original no visto (por confirmar).',
  }),
];

function sent(trigger: TermHead['trigger'], actor: TermHead['actor'], task: string): TermHead {
  return { trigger, actor, task, amount: 24, unit: 'hours' };
}

function ofAppeal(trigger: TermHead['trigger'], actor: TermHead['actor'], task: string, amount: number): TermHead {
  return { trigger, actor, task, amount, unit: 'businessDays' };
}

const appealLaw = `${law}, art. 16-C`;
const daysNote = 'La norma dice «días»: se cuentan hábiles (por confirmar).';
const chamber = { from: '2018-10-26', mark: 'secondary', note: daysNote } as const;
const ofPolice = { ...outOfCourt, note: `${daysNote} ${outOfCourt.note}` } as const;
const ofParty = {
  ...chamber,
  startsAt: 'notification',
  addsDistance: true,
  officeAction: 'Decidir con la persona usuaria si se apela y presentar el escrito.',
  remindHoursBefore: [72, 24],
} as const;
/** That the article also speaks of a decision that changes or ends the measures is our reading. */
const alsoDecision = {
  ...ofParty,
  mark: 'toConfirm',
  note: `Variar o dejar sin efecto es también decidir sobre medidas (por confirmar). ${daysNote}`,
} as const;
const execution = `${law}, art. 23-C`;
const report = (amount: number, unit: TermHead['unit'], task: string): TermHead => ({
  trigger: 'policeNotified',
  actor: 'police',
  task,
  amount,
  unit,
});
const first = 'Primer informe de la PNP sobre la ejecución';
const periodic = 'Informe o visita periódica';
const mildOrModerate = { riskLevel: 'mildOrModerate' } as const;
const severe = { riskLevel: 'severe' } as const;
const farAhead = { remindHoursBefore: [360] };

export const measureTerms: readonly DeadlineRow[] = [
  rule('D01', sent('policeInformed', 'police', 'La PNP remite el informe a fiscalía y juzgado'), `${law}, art. 15-A`),
  rule(
    'D02',
    sent('prosecutorReceived', 'prosecutor', 'La fiscalía remite lo actuado al juzgado de familia'),
    `${law}, art. 15-B`,
  ),
  ...decisions,
  rule('D05', ofAppeal('measuresDecided', 'party', 'Apelar la decisión sobre medidas', 3), appealLaw, ofParty),
  rule('D05b', ofAppeal('measuresVaried', 'party', 'Apelar la variación de las medidas', 3), appealLaw, alsoDecision),
  rule('D05c', ofAppeal('measuresLifted', 'party', 'Apelar el cese de las medidas', 3), appealLaw, alsoDecision),
  rule(
    'D06',
    ofAppeal('appealFiled', 'court', 'El juzgado concede la apelación, sin efecto suspensivo', 3),
    appealLaw,
    chamber,
  ),
  rule('D07a', ofAppeal('appealGranted', 'court', 'El cuaderno llega a la sala', 3), appealLaw, {
    ...chamber,
    ...mildOrModerate,
  }),
  rule('D07b', ofAppeal('appealGranted', 'court', 'El cuaderno llega a la sala', 1), appealLaw, {
    ...chamber,
    ...severe,
  }),
  rule(
    'D63',
    ofAppeal('appealGranted', 'party', 'Adherirse a la apelación y pedir que se agreguen piezas', 3),
    'Reglamento (DS 009-2016-MIMP), art. 43.1',
    { ...ofParty, from: '2019-03-08', mark: 'toConfirm', officeAction: 'Preparar y presentar el escrito.' },
  ),
  rule(
    'D08',
    ofAppeal('chamberReceived', 'prosecutor', 'La fiscalía superior de familia emite dictamen', 5),
    appealLaw,
    { ...chamber, ...ofPolice },
  ),
  rule('D09', ofAppeal('chamberReceived', 'chamber', 'La sala señala la vista de la causa', 3), appealLaw, chamber),
  rule('D10', ofAppeal('chamberHeard', 'chamber', 'La sala resuelve', 3), appealLaw, chamber),
  rule('D11a', report(15, 'businessDays', first), execution, { ...ofPolice, ...mildOrModerate }),
  rule('D11b', report(5, 'businessDays', first), execution, { ...ofPolice, ...severe }),
  rule('D12a', report(6, 'months', periodic), execution, { ...outOfCourt, ...mildOrModerate, ...farAhead }),
  rule('D12b', report(3, 'months', periodic), execution, { ...outOfCourt, ...severe, ...farAhead }),
];
