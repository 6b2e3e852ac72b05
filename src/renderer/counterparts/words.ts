/** Addresses of the counterparts in the window. */
export const handOverPath = '/casos/$caseId/entregar/$side';
