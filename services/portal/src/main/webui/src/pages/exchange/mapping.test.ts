import { describe, expect, it } from 'vitest';
import { textsFor } from '../../i18n';
import {
  conditionText,
  newStep,
  pairsOf,
  sentCondition,
  sentStep,
  stepText,
  tableOf,
} from './mapping';

const chinese = textsFor('zh', () => undefined);

describe('steps of a mapping', () => {
  it('begin with as many arguments as their function asks for', () => {
    expect(newStep('TRIM')).toEqual({ function: 'TRIM', arguments: [] });
    expect(newStep('MASK')).toEqual({ function: 'MASK', arguments: ['', ''] });
    expect(newStep('CONCATENATE').arguments).toEqual(['']);
  });

  it('leave out a time zone that is not named', () => {
    const step = { function: 'DATE_FORMAT' as const, arguments: ['YYYY-MM-DD', ' '] };
    expect(sentStep(step).arguments).toEqual(['YYYY-MM-DD']);
    expect(sentStep({ ...step, arguments: ['YYYY', 'UTC'] }).arguments).toEqual(['YYYY', 'UTC']);
  });

  it('read and write code tables as lines', () => {
    const values = ['1', '男', '2', '女', '未知'];
    const typed = tableOf(values);
    expect(typed).toEqual({ pairs: '1=男\n2=女', others: '未知' });
    expect(pairsOf(typed.pairs, typed.others)).toEqual({ values, faults: [] });
    expect(pairsOf('1=a=b\n\n2', '')).toEqual({ values: ['1', 'a=b'], faults: [3] });
  });

  it('are told in words, a salt never', () => {
    expect(stepText({ function: 'MASK', arguments: ['3', '4'] }, chinese)).toBe('遮盖（3、4）');
    expect(stepText({ function: 'HASH', arguments: ['secret'] }, chinese)).toBe('摘要（SHA-256）');
    const codes = ['1', 'a', '2', 'b', '3', 'c', '4', 'd'];
    expect(stepText({ function: 'LOOKUP', arguments: codes }, chinese)).toBe(
      '代码转换（1=a、2=b、3=c、…）',
    );
  });
});

describe('conditions of a row filter', () => {
  it('are sent with the values that their operator takes', () => {
    const condition = { column: 'state', operator: 'IN' as const, values: ['1', '', '2'] };
    expect(sentCondition(condition).values).toEqual(['1', '2']);
    expect(sentCondition({ ...condition, operator: 'EQUALS' }).values).toEqual(['1']);
    expect(sentCondition({ ...condition, operator: 'IS_NULL' }).values).toEqual([]);
  });

  it('are told in words', () => {
    const condition = { column: 'state', operator: 'IN' as const, values: ['1', '2'] };
    expect(conditionText(condition, chinese)).toBe('state 是其中之一 1、2');
  });
});
