/** The kinds of filing, by number, each with its shipped template. */
import type { FilingKind } from '../codes.ts';
import { breach, measuresRequest } from '../templates/measures.ts';
import { appearance, brief } from '../templates/standing.ts';
import type { FilingTemplate } from '../templates/template.ts';
import type { KindDefinition } from './kind.ts';
import { breachKind, measuresRequestKind } from './measures.ts';
import { appearanceKind, briefKind } from './standing.ts';

export const kinds: Readonly<Record<FilingKind, KindDefinition>> = {
  3: measuresRequestKind,
  4: appearanceKind,
  6: breachKind,
  18: briefKind,
};

export const shippedTemplates: readonly FilingTemplate[] = [measuresRequest, appearance, breach, brief];
