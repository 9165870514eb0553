import { describe, expect, it } from 'vitest';
import { categoryInput, categoryTexts } from './categoryForm';

describe('a category in its form', () => {
  it('stays where it stands when it is renamed', () => {
    const known = {
      code: '010200',
      parent: '010000',
      name: '法人',
      level: 2,
      position: 0,
      retired: false,
      revision: 3,
    };

    const texts = { ...categoryTexts(known), name: ' 法人信息 ' };

    expect(categoryInput(texts, known)).toEqual({
      code: '010200',
      parent: '010000',
      name: '法人信息',
      position: 0,
      description: null,
    });
  });

  it('that is new takes the next code and the last place', () => {
    const texts = { ...categoryTexts(), name: '新库' };

    expect(categoryInput(texts, {})).toEqual({
      code: null,
      parent: null,
      name: '新库',
      position: null,
      description: null,
    });
  });
});
