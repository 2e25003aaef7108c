import { useEffect, useRef, useState } from 'react';

/** The text being typed: sent after a pause, taken over when it changes elsewhere. */
export function useTypedText(text: string, onText: (text: string) => void, pauseMs: number) {
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    if (typed === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = typed;
      onText(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, onText, pauseMs]);
  return [typed, setTyped] as const;
}
