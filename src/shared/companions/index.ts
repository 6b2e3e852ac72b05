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
  portSchema,
  type Companion,
  type Computers,
  type Other,
} from './contract.ts';
