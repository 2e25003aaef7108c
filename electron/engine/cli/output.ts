import { fail, type Failure } from '../../../shared/contract/failure.ts';

/** stdout carries the answer alone; everything about failures goes to stderr as one JSON object. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printFailure(failure: Failure): void {
  process.stderr.write(`${JSON.stringify(failure)}\n`);
}

/** The value of an option that counts; refuses anything but a whole number from 1. */
export function wholeNumber(text: string, name: string): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0
    ? value
    : fail('E_FORMAT', `--${name} must be a whole number from 1; "${text}" was given.`);
}
