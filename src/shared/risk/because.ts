/** What each scored answer says, in few words: why the level is what it is. The question itself stays word by word. */
import type { Mark, RiskInstrument } from './instrument.ts';
import { partnerRisk2019, type PartnerRiskItemId } from './partner-2019.ts';
import type { PartnerRiskAnswers } from './schema.ts';

export const becauseLabels: Readonly<Record<PartnerRiskItemId, string>> = {
  worse: 'Aumentó la violencia',
  weaponAccess: 'Tiene o puede conseguir un arma',
  stillTogether: 'Ella lo ha dejado',
  stableWork: 'Él no tiene trabajo estable',
  weaponUse: 'Usó un arma o amenazó con ella',
  threatToKill: 'La amenazó con matarla',
  reportedBefore: 'Lo denunció antes',
  forcedSex: 'La obligó a tener relaciones sexuales',
  strangulation: 'Intentó ahorcarla',
  drugs: 'Consume drogas',
  alcohol: 'Tiene problemas con el alcohol',
  control: 'Controla sus actividades diarias',
  violentJealousy: 'Celos constantes y violentos',
  hitWhilePregnant: 'La golpeó estando embarazada',
  hisSuicideThreat: 'Amenazó o intentó suicidarse',
  threatToChildren: 'Amenazó con dañar a sus hijos',
  capableOfKilling: 'Ella lo cree capaz de matarla',
  harassment: 'La hostiga',
  herSuicideThreat: 'Ella intentó o amenazó con quitarse la vida',
};

export type Because = { readonly id: PartnerRiskItemId; readonly points: number; readonly words: string };

/** The answers that carry points, the heaviest first; the order of the form among equals. */
export function becauseOf(answers: PartnerRiskAnswers): readonly Because[] {
  const { items }: RiskInstrument = partnerRisk2019;
  const marks: Readonly<Record<string, Mark>> = answers.items;
  return items
    .flatMap(({ id, points, skippedWhen }) => {
      const mark = marks[id];
      const isSkipped = skippedWhen?.item === 'livedTogether' && answers.livedTogether === skippedWhen.is;
      const own = isSkipped || (mark !== 'yes' && mark !== 'no') ? 0 : points[mark];
      return own === 0
        ? []
        : [{ id: id as PartnerRiskItemId, points: own, words: becauseLabels[id as PartnerRiskItemId] }];
    })
    .toSorted((one, other) => other.points - one.points);
}
