/** What somebody asked for can reach at most, whoever she is compared with: where that is too little nobody is read. */
import { chanceOf, levelOf, priorBitsOf, type Matcher } from './compare.ts';
import type { Prepared } from './facts.ts';
import type { NameFrequencies } from './frequencies.ts';
import { mostOfPart } from './name-match.ts';
import { bitsOf, matchModel } from './weights.ts';

/** Sums of the same bits in another order differ by less. */
const rounding = 1e-6;

/**
 * Bits that no comparison with her exceeds: everything she knows agrees. The order of the names is left out, since
 * another one only takes bits away, and so is what caps a family.
 */
function mostBits(asked: Prepared, { surname, given }: NameFrequencies): number {
  const { birth, document, phone, district, address, alias } = matchModel;
  const names = mostOfPart(asked.first, surname) + mostOfPart(asked.second, surname) + mostOfPart(asked.given, given);
  const beside = [
    asked.birth === null ? null : birth.same,
    asked.birth === null && asked.bornBetween !== null ? birth.age : null,
    asked.documents.length === 0 ? null : document.same,
    asked.phones.length === 0 ? null : phone.same,
    asked.districtCode === null ? null : district.same,
    asked.address.length === 0 ? null : address.same,
    asked.aliases.length === 0 ? null : alias.same,
  ];
  return beside.reduce((sum, same) => sum + (same === null ? 0 : bitsOf(same)), names);
}

/** False: `compare` (without tuning) finds a level with nobody. «Quispe» alone is one of too many to be shown. */
export function mayBeShown(asked: Prepared, { frequencies, population }: Matcher): boolean {
  // One number on two people is always shown.
  if (asked.documents.length > 0) return true;
  return levelOf(chanceOf(mostBits(asked, frequencies) + rounding - priorBitsOf(population))) !== null;
}
