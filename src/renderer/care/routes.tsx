import { casePage } from '../intake/index.ts';
import type { RouteModule } from '../platform/routes.ts';
import { AccountPage } from './account-screen.tsx';
import { AttentionsPage } from './attentions-screen.tsx';
import { InterviewsPage } from './interviews-screen.tsx';
import { MendPage } from './mend-screen.tsx';

export const careRoutes: RouteModule = {
  screens: [
    casePage('account', ({ caseId, state }) => <AccountPage caseId={caseId} isClosed={state === 'closed'} />),
    casePage('attentions', ({ caseId, state }) => <AttentionsPage caseId={caseId} isClosed={state === 'closed'} />),
    casePage('interviews', ({ caseId, state }) => <InterviewsPage caseId={caseId} isClosed={state === 'closed'} />),
    casePage('mend', (overview) => <MendPage overview={overview} />),
  ],
  areas: [],
};
