/** Words of the pairs domain (es-PE). */
import type { DangerSign, ViolenceKind } from './pattern.ts';

export const violenceKindLabels = {
  economic: 'económica',
  psychological: 'psicológica',
  physical: 'física',
  sexual: 'sexual',
} as const satisfies Record<ViolenceKind, string>;

export const dangerSignLabels = {
  femicideAttempt: 'tentativa de feminicidio',
  strangulation: 'ahorcamiento',
  weapon: 'arma u objeto peligroso',
  weaponAccess: 'acceso a armas',
  deathThreat: 'amenaza de muerte',
  threatToOthers: 'amenaza a hijos u otras personas',
  breach: 'incumplió medidas',
} as const satisfies Record<DangerSign, string>;
