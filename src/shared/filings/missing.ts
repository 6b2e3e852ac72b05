/** Facts the writ wanted and the record lacks: questions for the next interview, required before recommended. */
import type { MissingFact } from '../papers/blocks.ts';
import type { FilingFacts, FilingOptions } from './schema.ts';

type Check = MissingFact & { readonly lacks: (facts: FilingFacts, options: FilingOptions) => boolean };

// prettier-ignore
const checks: readonly Check[] = [
  need('user-names', 'nombres de la persona usuaria', 'section-a', (f) => f.user.names === null),
  need('user-document', 'documento de identidad, o su estado', 'section-a', (f) => f.user.document === null),
  need('user-age', 'edad', 'section-a', (f) => f.user.age === null),
  need('user-address', 'domicilio, o su reserva', 'section-a', (f) => f.user.address.kind === 'unknown'),
  need('aggressor-identity', 'nombres o descripción de la parte denunciada', 'section-a', (f) => f.aggressor.names === null && f.aggressor.description === null),
  need('bond', 'vínculo con la parte denunciada', 'section-a', (f) => f.aggressor.bond === null),
  need('incident-date', 'fecha o período del último hecho', 'section-b', (f) => f.incident.date === null),
  need('incident-place', 'lugar del último hecho', 'section-b', (f) => f.incident.place === null && f.incident.district === null),
  need('account', 'relato del último hecho', 'section-b', (f) => f.incident.account === null),
  need('violence-type', 'tipo de violencia', 'section-b', (f) => f.incident.violenceType === null),
  need('risk-level', 'nivel de riesgo y su fecha', 'risk', (f) => f.risk.centre === null && f.risk.instrument === null),
  need('addressee', 'despacho al que se dirige', 'document', (_, o) => o.addressee === null),
  need('measures', 'al menos una medida solicitada', 'document', (_, o) => o.measures.length + o.precautionary.length === 0),
  need('no-approach-zone', 'zona del impedimento de acercamiento', 'document', (_, o) => o.measures.some((m) => m.code === 'no-approach' && m.detail === null)),
  need('other-measure', 'texto de la otra medida', 'document', (_, o) => o.measures.some((m) => m.code === 'other-measure' && m.detail === null)),
  need('urgency-reason', 'razón de la urgencia', 'document', (_, o) => o.urgency.asked && o.urgency.reason === null),
  need('lawyer', 'abogada o abogado que firma, con colegio y número', 'document', (f) => f.lawyer === null || f.lawyer.college === null || f.lawyer.number === null),
  need('procedural-address', 'domicilio procesal del centro', 'document', (f) => f.centre.proceduralAddress === null),
  need('child-guardian', 'persona adulta que representa a la niña, niño o adolescente', 'section-a', (f) => f.user.age !== null && f.user.age < 18 && f.guardian === null),
  wish('sponsorship', 'consentimiento al patrocinio legal', 'section-a', (f) => f.wantsSponsorship !== true),
  wish('incident-hour', 'hora del último hecho', 'section-b', (f) => f.incident.hour === null),
  wish('living-together', 'si conviven', 'section-b', (f) => f.aggressor.livesWithUser === null),
  wish('weapon', 'si la parte denunciada tiene o usa armas', 'risk', (f) => f.aggressor.hasWeapon === null),
  wish('complaint', 'denuncia: dependencia y fecha', 'section-b', (f) => f.complaint === null),
  wish('articles', 'fundamentos de derecho marcados', 'document', (_, o) => o.articles.length === 0),
  wish('evidence', 'medios probatorios', 'document', (_, o) => o.evidence.length === 0),
];

function need(fact: string, label: string, page: MissingFact['page'], lacks: Check['lacks']): Check {
  return { fact, label, page, weight: 'required', lacks };
}

function wish(fact: string, label: string, page: MissingFact['page'], lacks: Check['lacks']): Check {
  return { fact, label, page, weight: 'recommended', lacks };
}

export function missingFacts(facts: FilingFacts, options: FilingOptions): MissingFact[] {
  return checks
    .filter((check) => check.lacks(facts, options))
    .map(({ fact, label, weight, page }) => ({ fact, label, weight, page }));
}
