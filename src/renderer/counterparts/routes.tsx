import { casePage } from '../intake/index.ts';
import { screen, type RouteModule } from '../platform/routes.ts';
import { ChooseReferral, WaitingScreen } from '../referrals/index.ts';
import { HandIssued } from './hand-issued.tsx';
import { HandOverScreen } from './hand-over-screen.tsx';
import { HandOverLinks, HandOvers } from './hand-overs.tsx';
import { CounterpartWaits } from './waits.tsx';
import { handOverPath } from './words.ts';

/** The referrals without an answer, and how long the counterparts take. */
function WaitingReferrals() {
  return (
    <WaitingScreen>
      <CounterpartWaits />
    </WaitingScreen>
  );
}

/** «Derivaciones» of a case has the hand-overs to the counterparts on it. */
export const counterpartsRoutes: RouteModule = {
  screens: [
    casePage('referrals', ({ caseId }) => (
      <ChooseReferral
        caseId={caseId}
        links={<HandOverLinks caseId={caseId} />}
        handed={<HandOvers caseId={caseId} />}
        actsOf={(referral) => <HandIssued caseId={caseId} referral={referral} />}
      />
    )),
    screen('/derivaciones', WaitingReferrals),
    screen(handOverPath, HandOverScreen),
  ],
  areas: [],
};
