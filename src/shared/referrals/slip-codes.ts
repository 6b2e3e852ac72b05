/** What becomes of a referral: its states, and the answers of the slip that comes back (referrals §4). */

export const referralStateLabels = {
  printed: 'Emitida, sin entregar',
  handedOver: 'Entregada',
  received: 'Recibida',
  attended: 'Atendida',
  notAttended: 'No atendida',
  closed: 'Cerrada',
} as const;
export type ReferralState = keyof typeof referralStateLabels;

export const handoverLabels = {
  toHer: 'A ella, en la mano',
  courier: 'Por mensajería o mesa de partes',
  accompanied: 'La acompañó alguien del centro',
} as const;

/** States that a person records by hand; the slip sets the two in between. */
export const handSetStates = ['handedOver', 'received', 'closed'] as const;
type HandSetState = (typeof handSetStates)[number];

const next: Readonly<Record<ReferralState, readonly HandSetState[]>> = {
  printed: ['handedOver', 'received', 'closed'],
  handedOver: ['received', 'closed'],
  received: ['closed'],
  attended: ['closed'],
  notAttended: ['closed'],
  closed: [],
};

/** What can be recorded by hand from a state. */
export function nextStates(state: ReferralState): readonly HandSetState[] {
  return next[state];
}

/** The slip is waited for until it comes or the referral is closed. */
export function awaitsSlip(state: ReferralState): boolean {
  return state === 'printed' || state === 'handedOver' || state === 'received';
}

export const notAttendedLabels = {
  didNotCome: 'No acudió',
  noAttention: 'No hubo atención',
  sentElsewhere: 'Derivada a otro establecimiento',
  refused: 'Rechazó la atención',
} as const;

export const kitDeliveryLabels = { yes: 'Sí', partial: 'Parcial', no: 'No' } as const;

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
export const kitItemCodes = kitItems.map(({ code }) => code);
