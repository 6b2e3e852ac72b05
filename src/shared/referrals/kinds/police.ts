/** Police station: her complaint, and the measures that it notifies and carries out. */
import { words } from '../questions.ts';
import type { ReferralRule } from './kind.ts';

export const police: ReferralRule = {
  label: 'Comisaría (PNP)',
  subject: 'user',
  asksReason: true,
  // Who is accused she tells there herself: as in the other letters to the police.
  facts: ['document', 'zone', 'language', 'disability', 'level', 'protection', 'complaint'],
  services: ['receive-complaint', 'notify-measures', 'carry-out-measures', 'safe-company', 'other'],
  asked: { companion: words('Acompaña', 'Quién la acompaña', { max: 120, hint: 'El vínculo basta: «su hermana».' }) },
  urgency: 'urgent',
  signs: ['severeWithAccess', 'severe'],
  receivers: ['policeStation'],
  mayCall: true,
  hasCard: true,
  namesFicha: true,
  note: 'Sin el relato: en la comisaría se lo preguntan una vez, y ella no tiene que contarlo dos veces por la carta.',
  source: 'DS 006-2018-MIMP, protocolo CEM – comisarías',
  validFrom: '2018-01-01',
  confirmation: 'toConfirm',
};
