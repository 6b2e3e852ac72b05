/** Matching of persons: spelling key, comparison, keys for finding. Pure. */
export { nameLikeness } from './alike.ts';
export { keyKinds, keysOf, keysVersion, probesOf, type KeyKind, type PersonKey } from './blocking.ts';
export {
  compare,
  mayBeProbable,
  tunedChance,
  weigh,
  type Match,
  type Matcher,
  type MatchLevel,
  type Weight,
} from './compare.ts';
export { isWorthAsking, isWorthShowing, pairBits, type PairBits } from './pair.ts';
export { estimateFile, leastChance } from './file-estimate.ts';
export { noFacts, prepare, prepareBeside, type PersonFacts, type Prepared } from './facts.ts';
export { blendFrequencies, makeNameFrequencies, type NameFrequencies, type NameLists } from './frequencies.ts';
export { jaroWinkler, typingErrors } from './jaro-winkler.ts';
export { mayBeShown } from './most.ts';
export { makeNicknames, nicknameKeys, type Nicknames } from './nicknames.ts';
export type { Reason } from './reasons.ts';
export { nameKey, nameWords, plainName, wordKey, nameRules } from './spelling.ts';
export { matchTyped } from './typed-match.ts';
export { queryFacts, readQuery, type TypedQuery } from './typed.ts';
export { matchModel } from './weights.ts';
