import { useEffect, useState } from 'react';
import { useMay, useSession, useSessionAccess } from '../../platform/session.tsx';
import { usePublicBoard } from '../queries.ts';
import { publicChannel, saidEvery, type PublicMessage } from './channel.ts';

/** Tells the window of visitors who is called and who waits, as long as somebody is signed in here: «Pausa» included. */
export function PublicFeed() {
  const { state } = useSessionAccess();
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    const channel = publicChannel();
    channel.onmessage = ({ data }: MessageEvent<PublicMessage>) => {
      if (data.kind === 'asked') setWanted(true);
    };
    return () => channel.close();
  }, []);
  return state.kind === 'open' && isWanted ? <Feed /> : null;
}

function Feed() {
  const { centreName } = useSession();
  const { data } = usePublicBoard(useMay('case.open'));
  useEffect(() => {
    if (data === undefined) return undefined;
    const channel = publicChannel();
    const say = () =>
      channel.postMessage({ kind: 'numbers', centre: centreName, numbers: data } satisfies PublicMessage);
    channel.onmessage = ({ data: said }: MessageEvent<PublicMessage>) => {
      if (said.kind === 'asked') say();
    };
    say();
    const again = setInterval(say, saidEvery);
    return () => {
      clearInterval(again);
      channel.close();
    };
  }, [centreName, data]);
  useEffect(() => {
    const end = () => {
      const channel = publicChannel();
      channel.postMessage({ kind: 'ended' } satisfies PublicMessage);
      channel.close();
    };
    window.addEventListener('pagehide', end);
    return () => {
      window.removeEventListener('pagehide', end);
      end();
    };
  }, []);
  return null;
}
