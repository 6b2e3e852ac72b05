import { makeOffice } from '/work/wt/lanrun/tests/lan/office.ts';
const t=performance.now();
const o = await makeOffice('/tmp/lanoffice', 2);
console.log(JSON.stringify({...o, seats:o.seats.map(s=>({...s,paired:{...s.paired,identity:0}}))}), performance.now()-t);
process.exit();
