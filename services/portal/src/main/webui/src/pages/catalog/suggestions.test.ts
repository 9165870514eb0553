import { describe, expect, it } from 'vitest';
import { shorterWords } from './suggestions';

describe('instead of a search that found nothing', () => {
  it('each of its words is tried', () => {
    expect(shorterWords('企业 电子证照  x')).toEqual(['企业', '电子证照']);
  });

  it('parts of its only word are tried', () => {
    expect(shorterWords('企业登记信息')).toEqual(['企业登', '记信息', '企业', '信息']);
    expect(shorterWords('出生证')).toEqual(['出生', '生证']);
  });

  it('nothing is tried where nothing shorter makes sense', () => {
    expect(shorterWords('企业')).toEqual([]);
    expect(shorterWords('')).toEqual([]);
    expect(shorterWords('xyz')).toEqual([]);
  });
});
