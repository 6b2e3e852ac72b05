import type { PartnerRiskLevel } from '../../shared/risk/index.ts';
import type { RiskLevel } from '../platform/ui/index.ts';

const shapes = {
  mild: 'mild',
  moderate: 'moderate',
  severe1: 'severe',
  severe2: 'severe',
} as const satisfies Record<PartnerRiskLevel, RiskLevel>;

export function riskLevelOf(level: PartnerRiskLevel): RiskLevel {
  return shapes[level];
}
