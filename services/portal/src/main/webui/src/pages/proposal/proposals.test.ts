import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../api/client';
import { faultyLines, itemInputOf } from './proposals';

describe('a script that cannot be read', () => {
  const problem = new ApiProblem({
    status: 400,
    errors: [
      { field: 'ddl', row: 2, message: 'expected a column' },
      { field: 'ddl', row: 9, message: 'ends too soon' },
      { field: 'schema', message: 'too long' },
      { field: 'ddl', message: 'no tables' },
    ],
  });

  it('has the text of each line that is named', () => {
    expect(faultyLines('create table a (\r\n  !\r\n);', problem)).toEqual([
      { line: 2, text: '!', message: 'expected a column' },
      { line: 9, text: '', message: 'ends too soon' },
    ]);
  });
});

describe('a proposed item', () => {
  it('keeps what a draft takes', () => {
    expect(
      itemInputOf({
        name: '身份证号码',
        fieldName: 'sfz',
        sourceType: 'varchar(18)',
        dataType: 'C',
        length: 18,
        sharingType: 'CONDITIONAL',
        sharingCondition: '约定用途',
        included: true,
        hints: ['IDENTITY_NUMBER'],
      }),
    ).toEqual({
      name: '身份证号码',
      fieldName: 'sfz',
      dataType: 'C',
      length: 18,
      sharingType: 'CONDITIONAL',
      sharingCondition: '约定用途',
      description: null,
      dataElementId: null,
    });
  });
});
