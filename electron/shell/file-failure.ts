import type { Failure } from '../../shared/contract/failure.ts';

const CAUSES: Readonly<Record<string, Failure>> = {
  ENOSPC: { code: 'E_WORKSPACE_FULL', message: 'The disk is full; the file was not written.' },
  EDQUOT: { code: 'E_WORKSPACE_FULL', message: 'There is no room left for this user; the file was not written.' },
  EACCES: { code: 'E_UNAVAILABLE', message: 'The file may not be written there; choose another folder.' },
  EPERM: { code: 'E_UNAVAILABLE', message: 'The file may not be written there; choose another folder.' },
  EROFS: { code: 'E_UNAVAILABLE', message: 'That disk can only be read; choose another folder.' },
  ENOENT: { code: 'E_UNAVAILABLE', message: 'The folder is not there any more; choose another one.' },
  EISDIR: { code: 'E_UNAVAILABLE', message: 'A folder has that name; choose another name.' },
  ENAMETOOLONG: { code: 'E_UNAVAILABLE', message: 'The name is too long for that disk; choose a shorter one.' },
  EIO: { code: 'E_UNAVAILABLE', message: 'The disk failed; the file was not written.' },
};

/** Why a file could not be written, as a sentence without its path; undefined: the system was not the cause. */
export function fileFailure(error: unknown): Failure | undefined {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return Object.hasOwn(CAUSES, code) ? CAUSES[code] : undefined;
}
