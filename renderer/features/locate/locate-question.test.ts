import { describe, expect, it } from 'vitest';
import { locateQuestion } from './locate-question.ts';

describe('locateQuestion', () => {
  it.each([
    ['locate server1', { kind: 'place', text: 'server1' }],
    ['  Where is  rack 101 ', { kind: 'place', text: 'rack 101' }],
    ['console for server1', { kind: 'console', text: 'server1' }],
    ['console for server db-01', { kind: 'console', text: 'db-01' }],
    ['Power off db-01', { kind: 'power', text: 'db-01' }],
    ['3c:fd:fe:a1:b2:c3', { kind: 'mark', text: '3c:fd:fe:a1:b2:c3' }],
    ['locate', { kind: 'mark', text: 'locate' }],
  ])('reads %j', (typed, question) => {
    expect(locateQuestion(typed)).toEqual(question);
  });

  it('asks nothing for nothing, nor for the first letters of a name', () => {
    expect(locateQuestion('  ')).toBeNull();
    expect(locateQuestion('db-')).toBeNull();
  });
});
