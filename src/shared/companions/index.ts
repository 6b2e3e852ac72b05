export {
  companionReasons,
  refusalLabels,
  revokeReasonLabels,
  usualPort,
  type RefusalReason,
  type RevokeReason,
} from './codes.ts';
export {
  addressSchema,
  companionsContract,
  computerNameSchema,
  keptCopyNameSchema,
  portSchema,
  type Companion,
  type Computers,
  type KeptCopy,
  type Other,
} from './contract.ts';
