import { describe, expect, it } from 'vitest';
import { textsFor } from '../../i18n';
import { settingName, settingValue } from './difference';

const chinese = textsFor('zh', () => undefined);

describe('differences of two designs', () => {
  it('name the setting', () => {
    expect(settingName('mode', chinese)).toBe('交换方式');
    expect(settingName('source.table', chinese)).toBe('来源端 · 数据表');
    expect(settingName('mapping[person]', chinese)).toBe('字段对照 · person');
    expect(settingName('mapping[person].steps', chinese)).toBe('字段对照 · person · 处理');
    expect(settingName('new.thing', chinese)).toBe('new.thing');
  });

  it('say values in words', () => {
    expect(settingValue('mode', 'FULL', chinese)).toBe('全量');
    expect(settingValue('name', undefined, chinese)).toBe('—');
    expect(
      settingValue('mapping[a].steps', '[{"function":"HASH","arguments":["salt"]}]', chinese),
    ).toBe('摘要（SHA-256）');
    expect(
      settingValue('filter', '[{"column":"a","operator":"EQUALS","values":["1"]}]', chinese),
    ).toBe('a 等于 1');
    expect(settingValue('filter', 'not json', chinese)).toBe('not json');
  });
});
