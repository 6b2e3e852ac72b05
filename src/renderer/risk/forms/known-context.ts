import { createContext } from 'react';
import type { ClosingFacts, PartnerRiskRecord } from '../../../shared/risk/index.ts';

/** What the record holds beside the form: what it says about questions, and the form before this one. */
export type KnownHere = ClosingFacts & { readonly before: PartnerRiskRecord | null };

export const KnownContext = createContext<KnownHere>({ isPregnant: null, known: [], before: null });
