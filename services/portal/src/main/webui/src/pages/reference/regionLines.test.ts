import { describe, expect, it } from 'vitest';
import { regionLines } from './regionLines';

describe('regions as lines', () => {
  it('are read with commas or tabs, without empty lines', () => {
    expect(
      regionLines(
        '\uFEFF130000,河北省\r\n\n 130682\t定州市\t省直管 \n139001，辛集市，省直管，县级市',
      ),
    ).toEqual([
      { code: '130000', name: '河北省', note: null },
      { code: '130682', name: '定州市', note: '省直管' },
      { code: '139001', name: '辛集市', note: '省直管，县级市' },
    ]);
  });

  it('that lack a part are left to the service to refuse', () => {
    expect(regionLines('13')).toEqual([{ code: '13', name: '', note: null }]);
  });
});
