/** The register of requests of persons about their data. */
import { changing, reading, readingCase } from '../platform/contract.ts';
import { versionSchema, ofCase } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import {
  dataRequestIdSchema,
  identitySchema,
  outsideEndSchema,
  outsideRequestSchema,
  ownRequestSchema,
  requestEndSchema,
  requestViewSchema,
} from './requests.ts';

const target = { requestId: dataRequestIdSchema, version: versionSchema };
const answered = z.strictObject({ requestId: dataRequestIdSchema });
const requests = z.strictObject({ requests: z.array(requestViewSchema) });

export const dataRequestContract = {
  /** Asked by the user, or for her, in a ficha of hers. */
  recordDataRequest: changing('dataRequest.record', 'dataRequest.recorded', {
    input: { ...ofCase, request: ownRequestSchema },
    output: answered,
    whileClosed: 'always',
  }),
  /** Newest first. */
  listRequestsOfCase: readingCase('dataRequest.read', 'dataRequest.listed', requests.shape),
  /** Who asks was made sure of later. */
  verifyRequester: changing('dataRequest.record', 'dataRequest.verified', {
    input: { ...ofCase, ...target, identity: identitySchema },
    whileClosed: 'always',
  }),
  answerDataRequest: changing('dataRequest.answer', 'dataRequest.answered', {
    input: { ...ofCase, ...target, end: requestEndSchema },
    whileClosed: 'always',
  }),
  /** Asked by somebody who is not the user: of no ficha, whatever the record holds of that name. */
  recordOutsideRequest: changing('dataRequest.recordOutside', 'dataRequest.outsideRecorded', {
    input: { request: outsideRequestSchema },
    output: answered,
  }),
  /** Newest first: without those of fichas that are closed to the reader; the own ones from outside for who leads nothing. */
  listDataRequests: reading('dataRequest.list', 'dataRequest.registerRead', { output: requests }),
  answerOutsideRequest: changing('dataRequest.answerOutside', 'dataRequest.outsideAnswered', {
    input: { ...target, end: outsideEndSchema },
  }),
} as const;
