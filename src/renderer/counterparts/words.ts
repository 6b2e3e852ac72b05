export const handOverPath = '/casos/$caseId/entregar/$side';
