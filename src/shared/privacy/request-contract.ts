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
  recordDataRequest: changing({
    input: z.strictObject({ ...ofCase, request: ownRequestSchema }),
    output: answered,
    permission: 'dataRequest.record',
    audit: 'dataRequest.recorded',
    whileClosed: 'always',
  }),
  /** Newest first. */
  listRequestsOfCase: readingCase({
    output: requests,
    permission: 'dataRequest.read',
    audit: 'dataRequest.listed',
  }),
  /** Who asks was made sure of later. */
  verifyRequester: changing({
    input: z.strictObject({ ...ofCase, ...target, identity: identitySchema }),
    permission: 'dataRequest.record',
    audit: 'dataRequest.verified',
    whileClosed: 'always',
  }),
  answerDataRequest: changing({
    input: z.strictObject({ ...ofCase, ...target, end: requestEndSchema }),
    permission: 'dataRequest.answer',
    audit: 'dataRequest.answered',
    whileClosed: 'always',
  }),
  /** Asked by somebody who is not the user: of no ficha, whatever the record holds of that name. */
  recordOutsideRequest: changing({
    input: z.strictObject({ request: outsideRequestSchema }),
    output: answered,
    permission: 'dataRequest.recordOutside',
    audit: 'dataRequest.outsideRecorded',
  }),
  /** Newest first: without those of fichas that are closed to the reader; the own ones from outside for who leads nothing. */
  listDataRequests: reading({
    output: requests,
    permission: 'dataRequest.list',
    audit: 'dataRequest.registerRead',
  }),
  answerOutsideRequest: changing({
    input: z.strictObject({ ...target, end: outsideEndSchema }),
    permission: 'dataRequest.answerOutside',
    audit: 'dataRequest.outsideAnswered',
  }),
} as const;
