import { userInfo } from 'node:os';

/** The account's name; an unprivileged uid without an account, as in a container, is just "operator". */
export function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'operator';
  }
}
