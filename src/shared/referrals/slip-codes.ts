/** Answers of the slip that comes back (part 4). */
export const notAttendedReasons = ['didNotCome', 'noAttention', 'sentElsewhere', 'refused'] as const;
export type NotAttendedReason = (typeof notAttendedReasons)[number];

export const notAttendedLabels = {
  didNotCome: 'No acudió',
  noAttention: 'No hubo atención',
  sentElsewhere: 'Derivada a otro establecimiento',
  refused: 'Rechazó la atención',
} as const satisfies Record<NotAttendedReason, string>;

/** What the kit holds, to be confirmed back (U70). */
export const kitItems = [
  { code: 'pregnancy-test', label: 'Prueba de embarazo' },
  { code: 'hiv-test', label: 'Prueba de VIH' },
  { code: 'syphilis-test', label: 'Prueba de sífilis' },
  { code: 'hepatitis-test', label: 'Prueba de hepatitis B' },
  { code: 'contraception', label: 'Anticoncepción oral de emergencia' },
  { code: 'hiv-prophylaxis', label: 'Profilaxis para VIH, 28 días' },
  { code: 'antibiotics', label: 'Antibióticos' },
  { code: 'hepatitis-vaccine', label: 'Vacuna contra hepatitis B' },
  { code: 'informed-consent', label: 'Consentimiento informado' },
] as const;
