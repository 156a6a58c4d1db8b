import { useState } from 'react';
import { LOOK_AGAIN } from '../room/room-watch';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { saidBy } from '../texts';

/** Whether one is a host. */
export const useIsHost = (): boolean => useStore(useRoom().state).you.role === 'host';

/** Does something to the room or its people, and has everybody look at what became of it. */
export function useDeed() {
  const { call, refresh } = useRoom();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  /** Tells whether it succeeded. */
  const perform = async (deed: () => Promise<unknown>): Promise<boolean> => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      await deed();
      call.channel.send(LOOK_AGAIN, {});
      return true;
    } catch (thrown) {
      setProblem(saidBy(thrown));
      return false;
    } finally {
      refresh();
      setIsBusy(false);
    }
  };
  return { isBusy, problem, perform };
}
