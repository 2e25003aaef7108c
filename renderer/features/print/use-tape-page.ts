import { useEffect } from 'react';

/** Makes the printer's page one piece of tape. A page's size takes no variables, and tapes are cut to any length. */
export function useTapePage(lengthMm: number, heightMm: number, used: boolean): void {
  useEffect(() => {
    if (!used) return undefined;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `@page label-tape { size: ${lengthMm}mm ${heightMm}mm; margin: 0 }
       body:has([data-paper='label-tape']) { page: label-tape }`,
    );
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [lengthMm, heightMm, used]);
}
