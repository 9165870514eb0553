import { describe, expect, it } from 'vitest';
import { contentTypeOf } from './attachments';

describe('the type of a file', () => {
  it('follows its ending, whatever its case', () => {
    expect(contentTypeOf('关于政务信息资源的通知.PDF')).toBe('application/pdf');
    expect(contentTypeOf('标准.v2.ofd')).toBe('application/ofd');
    expect(contentTypeOf('清单.wps')).toBe('application/msword');
  });

  it('is unknown for what is not taken', () => {
    expect(contentTypeOf('setup.exe')).toBeUndefined();
    expect(contentTypeOf('pdf')).toBeUndefined();
    expect(contentTypeOf('')).toBeUndefined();
  });
});
