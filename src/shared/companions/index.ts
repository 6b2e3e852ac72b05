export * from './codes.ts';
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
