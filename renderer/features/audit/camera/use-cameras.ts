import { useEffect, useState } from 'react';

async function hasCamera(): Promise<boolean> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.some(({ kind }) => kind === 'videoinput');
  } catch {
    return false;
  }
}

/** Whether this machine has a camera; it may be plugged in later. */
export function useHasCamera(): boolean {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    let gone = false;
    const look = () => void hasCamera().then((has) => (gone ? undefined : setKnown(has)));
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => {
      gone = true;
      navigator.mediaDevices.removeEventListener('devicechange', look);
    };
  }, []);
  return known;
}
