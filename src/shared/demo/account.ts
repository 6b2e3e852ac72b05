/** The account of an invented case: a few sober sentences that agree with its answers. */
import { FamilyBond, OtherBond, PartnerBond, type SectionAAnswers, type SectionBForm } from '../intake/index.ts';
import { actWords } from './acts.ts';
import type { Profile } from './profile.ts';
import { oneOf, type Random } from './random.ts';

type BySex = readonly [woman: string, man: string];

const partners: Partial<Record<PartnerBond, BySex>> = {
  [PartnerBond.spouse]: ['su esposa', 'su esposo'],
  [PartnerBond.formerSpouse]: ['su exesposa', 'su exesposo'],
  [PartnerBond.cohabitant]: ['su conviviente', 'su conviviente'],
  [PartnerBond.formerCohabitant]: ['su exconviviente', 'su exconviviente'],
  [PartnerBond.datingPartner]: ['su enamorada', 'su enamorado'],
  [PartnerBond.formerDatingPartner]: ['su exenamorada', 'su exenamorado'],
  [PartnerBond.coParent]: ['la madre de su hijo', 'el padre de su hijo'],
};
const relatives: Partial<Record<FamilyBond, BySex>> = {
  [FamilyBond.parent]: ['su madre', 'su padre'],
  [FamilyBond.stepParent]: ['su madrastra', 'su padrastro'],
  [FamilyBond.child]: ['su hija', 'su hijo'],
  [FamilyBond.grandparent]: ['su abuela', 'su abuelo'],
  [FamilyBond.sibling]: ['su hermana', 'su hermano'],
  [FamilyBond.grandchild]: ['su nieta', 'su nieto'],
  [FamilyBond.uncleOrAunt]: ['su tía', 'su tío'],
  [FamilyBond.nephewOrNiece]: ['su sobrina', 'su sobrino'],
  [FamilyBond.cousin]: ['su prima', 'su primo'],
  [FamilyBond.parentInLaw]: ['su suegra', 'su suegro'],
  [FamilyBond.childInLaw]: ['su nuera', 'su yerno'],
  [FamilyBond.siblingInLaw]: ['su cuñada', 'su cuñado'],
};
const others: Partial<Record<OtherBond, BySex>> = {
  [OtherBond.neighbour]: ['una vecina', 'un vecino'],
  [OtherBond.stranger]: ['una persona que no conoce', 'una persona que no conoce'],
  [OtherBond.fellowStudent]: ['una compañera de estudios', 'un compañero de estudios'],
  [OtherBond.teacher]: ['una docente de su institución educativa', 'un docente de su institución educativa'],
  [OtherBond.colleague]: ['una compañera de trabajo', 'un compañero de trabajo'],
  [OtherBond.employer]: ['su empleadora', 'su empleador'],
};

function bondWords({ partnerBond, familyBond, otherBond, aggressorSex }: Profile): string {
  const words =
    partnerBond !== null
      ? partners[partnerBond]
      : familyBond !== null
        ? relatives[familyBond]
        : others[otherBond ?? OtherBond.other];
  return words?.[aggressorSex] ?? 'una persona de su entorno';
}

function opening(profile: Profile, informantBond: string | null): string {
  const bond = bondWords(profile);
  if (informantBond !== null) {
    const child =
      profile.sex === 0
        ? profile.age < 12
          ? 'la niña'
          : 'la adolescente'
        : profile.age < 12
          ? 'el niño'
          : 'el adolescente';
    const of = child.startsWith('el ') ? `del ${child.slice(3)}` : `de ${child}`;
    return `Acude al centro la ${informantBond.toLowerCase()} ${of}, de ${String(profile.age)} años, y refiere hechos de violencia cometidos por ${bond}.`;
  }
  return `La persona usuaria, de ${String(profile.age)} años, acude al centro y refiere que ${bond} ejerce violencia en su contra.`;
}

const often = {
  1: 'a diario',
  2: 'cada semana',
  3: 'cada quincena',
  4: 'una vez al mes',
  5: 'de manera intermitente',
} as const;

function history({ answers }: SectionBForm): string {
  if (answers.firstTime === 1) return 'Indica que es la primera vez que ocurre.';
  const years = answers.violenceYears ?? 0;
  const months = answers.violenceMonths ?? 0;
  const since =
    years > 0
      ? `${String(years)} ${years === 1 ? 'año' : 'años'}`
      : `${String(months)} ${months === 1 ? 'mes' : 'meses'}`;
  return `Refiere que los hechos se repiten desde hace ${since}, ${often[answers.frequency ?? 5]}.`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function lastEvent({ incident, answers }: SectionBForm, sex: Profile['sex']): string[] {
  const when =
    incident.occurredTime === null ? 'En el último hecho' : `El último hecho fue a las ${incident.occurredTime} horas:`;
  const where =
    incident.place === null ? '' : `${incident.occurredTime === null ? ',' : ''} en ${lower(incident.place)},`;
  const acts = [
    ...(answers.sexualActs ?? []),
    ...(answers.physicalActs ?? []),
    ...(answers.psychologicalActs ?? []),
    ...(answers.economicActs ?? []),
  ];
  const words = acts
    .map((act) => (actWords[act] ?? '').replaceAll('{lo}', sex === 0 ? 'la' : 'lo'))
    .filter((text) => text !== '');
  const [first = 'hubo agresiones', ...rest] = words;
  const sentences = [`${when}${where} ${first}.`];
  const last = rest.pop();
  if (last !== undefined) {
    const also = [rest.join(', '), last].filter((text) => text !== '').join(' y ');
    sentences.push(`Además, ${also}.`);
  }
  return sentences;
}

const endings = {
  child: ['Solicita apoyo para que los hechos no se repitan.', 'Solicita atención psicológica y orientación.'],
  adult: [
    'Solicita orientación y protección.',
    'Desea que los hechos no se repitan y solicita apoyo del centro.',
    'Manifiesta temor de que los hechos se repitan.',
  ],
} as const;

/** From 3 to 8 sentences. */
export function inventAccount(random: Random, profile: Profile, of: { a: SectionAAnswers; b: SectionBForm }): string {
  const { a, b } = of;
  const sentences = [opening(profile, a.informantBond), history(b), ...lastEvent(b, profile.sex)];
  if (b.answers.aggressorStateLastTime === 2)
    sentences.push('Indica que la presunta persona agresora había bebido alcohol.');
  if (a.complaintFiled === 1) sentences.push('Señala que ya se presentó una denuncia por el hecho.');
  if (profile.children[0] + profile.children[1] > 0 && b.answers.incidentSphere === 1 && random.chance(0.4))
    sentences.push('Sus hijas e hijos estaban en la casa.');
  sentences.push(oneOf(random, endings[profile.age < 18 ? 'child' : 'adult']));
  return sentences.join(' ');
}
