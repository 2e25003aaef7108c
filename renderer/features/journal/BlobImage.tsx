import { useCallback } from 'react';
import { blobOf } from './files.ts';

interface BlobImageProps {
  readonly file: { readonly base64: string; readonly mediaType: string };
  readonly alt: string;
  readonly className: string | undefined;
}

/** A picture from bytes, under an address of this window that lives as long as the element. */
export function BlobImage({ file: { base64, mediaType }, alt, className }: BlobImageProps) {
  const shown = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return undefined;
      const url = URL.createObjectURL(blobOf(base64, mediaType));
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [base64, mediaType],
  );
  return <img ref={shown} alt={alt} className={className} />;
}
