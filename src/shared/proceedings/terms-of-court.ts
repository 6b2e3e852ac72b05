/** Terms of the criminal and the civil road as rows (law-facts §4, §5). */
import { outOfCourt, rule, type DeadlineRow, type TermHead } from './deadline-rule.ts';

function ofParty(trigger: TermHead['trigger'], task: string, amount: number): TermHead {
  return { trigger, actor: 'party', task, amount, unit: 'businessDays' };
}

const answer = {
  startsAt: 'notification',
  addsDistance: true,
  officeAction: 'Preparar y presentar el escrito.',
  remindHoursBefore: [72, 24],
} as const;
const recourse = { ...answer, officeAction: 'Decidir con la persona usuaria si se impugna.' } as const;

const arrest = (amount: number): TermHead => ({
  trigger: 'arrest',
  actor: 'police',
  task: 'Límite de la detención policial en flagrancia',
  amount,
  unit: 'hours',
});

const civilParty = 'Pedir la constitución en actor civil antes de que termine la investigación preparatoria';
const fixedDay = { amount: null, unit: 'event' } as const;
const ahead = {
  officeAction: 'Anotar hasta cuándo va la investigación y presentar la constitución en actor civil.',
  remindHoursBefore: [360, 72],
};

const criminal: readonly DeadlineRow[] = [
  rule('D13', arrest(48), 'Constitución, art. 2.24.f (Ley 30558)', { from: '2017-05-10', mark: 'secondary' }),
  rule('D73', arrest(24), 'Constitución, art. 2.24.f, texto anterior a la Ley 30558', {
    ...{ to: '2017-05-09', mark: 'secondary' },
  }),
  rule(
    'D14',
    { trigger: 'preparatoryOpened', actor: 'party', task: civilParty, amount: 120, unit: 'calendarDays' },
    'CPP, arts. 101 y 342',
    {
      ...outOfCourt,
      ...ahead,
      note: 'La investigación compleja dura 8 meses y el fiscal puede concluirla antes: si la disposición fija una fecha, vale esa.',
    },
  ),
  rule(
    'D64',
    { trigger: 'preparatoryExtended', actor: 'party', task: civilParty, ...fixedDay },
    'CPP, arts. 101 y 342',
    ahead,
  ),
  rule(
    'D56',
    {
      ...{ trigger: 'preparatoryClosed', actor: 'prosecutor', amount: 15, unit: 'businessDays' },
      task: 'El fiscal acusa o pide el sobreseimiento',
    },
    'CPP, art. 344',
    { ...outOfCourt, note: `En el caso complejo son 30 días. ${outOfCourt.note}` },
  ),
  rule(
    'D51',
    {
      ...{ trigger: 'civilPartyRequested', actor: 'court', amount: 3, unit: 'businessDays' },
      task: 'El juez resuelve la constitución en actor civil',
    },
    'CPP, art. 102',
  ),
  rule(
    'D52',
    ofParty('civilPartyDenied', 'Apelar la negativa a constituirse en actor civil', 3),
    'CPP, arts. 103 y 414',
    recourse,
  ),
  rule(
    'D53',
    ofParty('immediateProcessOpened', 'Pedir al fiscal la constitución en actor civil en el proceso inmediato', 3),
    'CPP, art. 447.11 (D. Leg. 1735)',
    {
      ...{ ...answer, ...outOfCourt, from: '2026-02-13', mark: 'secondary' },
      officeAction: 'Presentar al fiscal la constitución en actor civil; el juez resuelve en dos días hábiles.',
    },
  ),
  rule('D15', ofParty('archived', 'Pedir la elevación de actuados al fiscal superior', 5), 'CPP, art. 334.5', {
    ...answer,
    ...outOfCourt,
    officeAction: 'Decidir con la persona usuaria y presentar la elevación de actuados.',
  }),
  rule('D54', ofParty('dismissalRequested', 'Oponerse al sobreseimiento, con fundamento', 10), 'CPP, art. 345', answer),
  rule(
    'D55',
    ofParty('accusation', 'Absolver la acusación: observar, ofrecer prueba, pedir la reparación', 10),
    'CPP, art. 350',
    answer,
  ),
  rule('D16a', ofParty('judgment', 'Apelar la sentencia', 5), 'CPP, art. 414', recourse),
  rule('D16b', ofParty('orderNotified', 'Apelar el auto', 3), 'CPP, art. 414', recourse),
  rule('D16c', ofParty('immediateJudgment', 'Apelar la sentencia del proceso inmediato', 3), 'CPP, art. 414', recourse),
];

const anyRoad: readonly DeadlineRow[] = [
  rule(
    'D17',
    ofParty('alimonyJudgment', 'Apelar la sentencia de alimentos', 3),
    'CNA, art. 178; CPC, art. 556',
    recourse,
  ),
  rule('D57', ofParty('appealJudgment', 'Interponer casación', 10), 'CPP, arts. 414 y 427; CPC, art. 391', recourse),
  rule(
    'D58',
    ofParty('appealRefused', 'Interponer queja de derecho', 3),
    'CPP, arts. 414 y 437; CPC, art. 403',
    recourse,
  ),
  rule('D61', ofParty('decreeNotified', 'Pedir reposición', 2), 'CPP, art. 414', recourse),
  rule('D59', ofParty('observed', 'Subsanar lo observado', 3), 'CPC, arts. 426 y 551', {
    ...answer,
    note: 'El juez fija el plazo, hasta 10 días; en el proceso sumarísimo son 3. Sin fecha escrita se cuentan 3, por lo seguro.',
  }),
  rule('D60', ofParty('pleadingServed', 'Absolver el traslado', 3), 'Plazo que fija la resolución', {
    ...answer,
    note: 'Sin fecha escrita se cuentan 3 días, por lo seguro: lea el plazo en la resolución.',
  }),
  rule(
    'D65',
    { trigger: 'hearingRescheduled', actor: 'party', task: 'Asistir a la audiencia reprogramada', ...fixedDay },
    'La fecha que fija la resolución',
    {
      officeAction: 'Registrar la audiencia con su nueva fecha y avisar a la persona usuaria.',
      remindHoursBefore: [72, 24],
    },
  ),
];

export const courtTerms: readonly DeadlineRow[] = [...criminal, ...anyRoad];
