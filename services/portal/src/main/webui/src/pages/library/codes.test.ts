import { describe, expect, it } from 'vitest';
import { incomplete, readCodes } from './codes';

describe('codes that were pasted', () => {
  it('are read with the code above and the remark', () => {
    expect(readCodes('130000\t河北省\n130100\t石家庄市\t130000\t省会')).toEqual([
      { code: '130000', name: '河北省', parent: null, remark: null },
      { code: '130100', name: '石家庄市', parent: '130000', remark: '省会' },
    ]);
  });

  it('may be apart by commas of both scripts, with a heading and empty lines', () => {
    expect(readCodes('\uFEFF代码,名称\r\n1,男\r\n\r\n2，女\r\n')).toEqual([
      { code: '1', name: '男', parent: null, remark: null },
      { code: '2', name: '女', parent: null, remark: null },
    ]);
  });

  it('keep the commas of a line with tabs', () => {
    expect(readCodes('9\t其他，未说明')[0]?.name).toBe('其他，未说明');
  });

  it('are none in an empty text', () => {
    expect(readCodes(' \n')).toEqual([]);
  });

  it('name the lines that lack something', () => {
    expect(incomplete(readCodes('1,男\n2\n,女'))).toEqual([2, 3]);
  });
});
