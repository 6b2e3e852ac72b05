/** The tables of the clock as «Tablas y reglas» shows and changes them. */
import { optionsOf } from '../record/index.ts';
import { partWords, type RuleField, type RuleTable, shippedRow, type DatedRow } from '../rulebook/index.ts';
import { shippedTravelRules, travelRuleSchema, type TravelRule } from './clashes.ts';
import {
  calendarLabels,
  consequenceLabels,
  holidayFormLabels,
  holidayScopeLabels,
  notificationFormLabels,
  ruleLevelLabels,
  termActorLabels,
  termStartLabels,
  termUnitLabels,
} from './codes.ts';
import { deadlineRuleSchema, type DeadlineRule, type DeadlineRow } from './deadline-rule.ts';
import { triggerKinds, triggerLabel } from './event-kinds.ts';
import { holidaySchema, shippedHolidays, type Holiday } from './holidays.ts';
import {
  distanceRuleSchema,
  effectRuleSchema,
  shippedDistanceRules,
  shippedEffectRules,
  type DistanceRule,
  type EffectRule,
} from './notification.ts';
import { timeOfDaySchema } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { centreTerms } from './terms-of-centre.ts';
import { courtTerms } from './terms-of-court.ts';
import { measureTerms } from './terms-of-measures.ts';

/** The terms that come with the program, in the order of the table. */
export const shippedDeadlineRules: readonly DeadlineRow[] = [...measureTerms, ...courtTerms, ...centreTerms];

/** From which hour on the sheet of the day should be on paper: when this centre is about to close. */
export const daySheetRuleSchema = z.strictObject({
  /** `HH:MM`, wall time of the centre. */
  askedFrom: timeOfDaySchema,
});
export type DaySheetRule = z.infer<typeof daySheetRuleSchema>;

export const daySheetRuleId = 'day-sheet';

export const shippedDaySheetRules: readonly DatedRow<DaySheetRule>[] = [
  shippedRow(daySheetRuleId, {
    value: { askedFrom: '15:30' },
    ...{ validFrom: '1900-01-01', source: 'Criterio del centro', confirmation: 'toConfirm' },
  }),
];

const triggerOptions = triggerKinds.map((code) => ({ code, label: triggerLabel(code) }));

const deadlineFields: readonly RuleField[] = [
  { name: 'trigger', label: 'Empieza con', kind: 'choice', options: triggerOptions },
  {
    name: 'act',
    label: 'Nombre del acto propio',
    kind: 'text',
    optional: true,
    hint: 'Solo con «Otro acto»: con este nombre se elige al registrarlo. Vacío en los demás.',
  },
  { name: 'startsAt', label: 'Se cuenta desde', kind: 'choice', options: optionsOf(termStartLabels) },
  { name: 'riskLevel', label: 'Nivel de riesgo', kind: 'choice', optional: true, options: optionsOf(ruleLevelLabels) },
  { name: 'task', label: 'Qué debe ocurrir', kind: 'text' },
  { name: 'actor', label: 'Quién debe actuar', kind: 'choice', options: optionsOf(termActorLabels) },
  { name: 'consequence', label: 'Si se vence', kind: 'choice', options: optionsOf(consequenceLabels) },
  { name: 'amount', label: 'Cantidad', kind: 'number', optional: true },
  { name: 'unit', label: 'Unidad', kind: 'choice', options: optionsOf(termUnitLabels) },
  { name: 'calendar', label: 'Días inhábiles', kind: 'choice', options: optionsOf(calendarLabels) },
  { name: 'addsDistance', label: '¿Se suma el término de la distancia?', kind: 'yesNo' },
  { name: 'officeAction', label: 'Qué hace el centro', kind: 'longText' },
  {
    name: 'remindHoursBefore',
    label: 'Avisos antes de vencer',
    kind: 'numbers',
    unit: 'horas',
    hint: 'Horas antes, con comas.',
  },
];

const unitField = deadlineFields.find(({ name }) => name === 'unit');

function termWords({ amount, unit }: DeadlineRule): string {
  if (amount === null || unitField === undefined) return termUnitLabels.event;
  return `${amount} ${partWords(unitField, unit)}`;
}

export const deadlineTable: RuleTable<DeadlineRule> = {
  id: 'deadline-rule',
  title: 'Plazos',
  about:
    'Se elige por el día de lo que inicia el plazo, nunca por hoy. Si el acto fija una fecha, vale esa. Para un acto que no está en la lista agregue una fila de «Otro acto» con su nombre. Al cambiar una fila, los plazos abiertos se calculan de nuevo; los cerrados quedan como están.',
  value: deadlineRuleSchema,
  fields: deadlineFields,
  needsTwoEyes: true,
  mayAdd: true,
  shipped: shippedDeadlineRules,
  label: (rule) => `${rule.task}: ${termWords(rule)}`,
};

const holidayFields: readonly RuleField[] = [
  { name: 'name', label: 'Nombre', kind: 'text' },
  { name: 'form', label: 'Cómo cae', kind: 'choice', options: optionsOf(holidayFormLabels) },
  { name: 'scope', label: 'Alcance', kind: 'choice', options: optionsOf(holidayScopeLabels) },
  {
    name: 'day',
    label: 'Día del año',
    kind: 'text',
    optional: true,
    hint: 'Mes y día: 07-28. Del mismo día cada año, o desde el que se busca el primer día hábil.',
  },
  {
    name: 'easterOffset',
    label: 'Días desde Pascua',
    kind: 'number',
    optional: true,
    hint: 'Negativo si es antes: Viernes Santo es -2.',
  },
  { name: 'from', label: 'Desde', kind: 'date', optional: true },
  { name: 'to', label: 'Hasta', kind: 'date', optional: true },
  {
    name: 'place',
    label: 'Lugar',
    kind: 'text',
    optional: true,
    hint: 'Código de región (dos dígitos) o de distrito (seis), si no vale en todo el país.',
  },
];

export const holidayTable: RuleTable<Holiday> = {
  id: 'holiday',
  title: 'Feriados y días inhábiles',
  about:
    'Los días hábiles los saltan. Si un día declarado, regional o local detiene el plazo de un juzgado o una fiscalía no está resuelto: se ven las dos fechas y avisa la anterior. Cuando sepa que el órgano no atendió, cambie su alcance a «Nacional» o «Judicial».',
  value: holidaySchema,
  fields: holidayFields,
  needsTwoEyes: true,
  mayAdd: true,
  shipped: shippedHolidays,
  label: (day) => `${day.name} (${holidayScopeLabels[day.scope].toLowerCase()})`,
};

const dayUnits = [
  { code: 'businessDays', label: termUnitLabels.businessDays },
  { code: 'calendarDays', label: termUnitLabels.calendarDays },
];

export const effectTable: RuleTable<EffectRule> = {
  id: 'notification-effect',
  title: 'Efecto de las notificaciones',
  about:
    'Cuándo surte efecto una notificación según su forma. El plazo se muestra desde el ingreso y desde el efecto; donde el día del efecto puede ser ya el primero, con las dos lecturas.',
  value: effectRuleSchema,
  fields: [
    { name: 'form', label: 'Forma', kind: 'choice', options: optionsOf(notificationFormLabels), isFixed: true },
    { name: 'days', label: 'Días después del ingreso', kind: 'number', hint: 'Cero: en el mismo momento.' },
    { name: 'unit', label: 'Unidad', kind: 'choice', options: dayUnits },
    {
      name: 'mayCountItself',
      label: 'El día del efecto puede ser el primero que se cuenta',
      kind: 'yesNo',
      hint: 'En los plazos en días del juzgado: la fecha más temprana se cuenta así, y no desde el ingreso.',
    },
    { name: 'words', label: 'En palabras', kind: 'text' },
  ],
  needsTwoEyes: true,
  shipped: shippedEffectRules,
  label: ({ form, words }) => `${notificationFormLabels[form]}: ${words}`,
};

export const distanceTable: RuleTable<DistanceRule> = {
  id: 'distance-rule',
  title: 'Término de la distancia',
  about: 'Los días de cada órgano se escriben en el directorio. Aquí se dice cómo se suman al plazo de la parte.',
  value: distanceRuleSchema,
  fields: [{ name: 'unit', label: 'Se suman como', kind: 'choice', options: dayUnits }],
  needsTwoEyes: true,
  shipped: shippedDistanceRules,
  label: ({ unit }) => `Se suma en ${termUnitLabels[unit]}`,
};

export const travelTable: RuleTable<TravelRule> = {
  id: 'travel-rule',
  title: 'Tiempo entre audiencias',
  about: 'Minutos entre el inicio de una audiencia y el de otra de la misma persona, para avisar de un cruce.',
  value: travelRuleSchema,
  fields: [
    { name: 'sameDistrict', label: 'En el mismo distrito o por video', kind: 'number', unit: 'minutos' },
    { name: 'sameProvince', label: 'En la misma provincia', kind: 'number', unit: 'minutos' },
    { name: 'farther', label: 'Más lejos', kind: 'number', unit: 'minutos' },
  ],
  needsTwoEyes: false,
  shipped: shippedTravelRules,
  label: ({ sameDistrict, farther }) => `De ${sameDistrict} a ${farther} minutos`,
};

export const daySheetTable: RuleTable<DaySheetRule> = {
  id: 'day-sheet',
  title: 'Hoja del día',
  about: 'Desde esta hora el programa pide la hoja del día antes de cerrar, mientras nadie la haya sacado.',
  value: daySheetRuleSchema,
  fields: [{ name: 'askedFrom', label: 'Se pide desde las', kind: 'text', hint: '24 horas, por ejemplo 15:30.' }],
  needsTwoEyes: false,
  shipped: shippedDaySheetRules,
  label: ({ askedFrom }) => `Desde las ${askedFrom}`,
};
