import { describe, expect, it } from 'vitest';
import type { Me, Role } from '../../app/access';
import { entityOf } from './entities';
import {
  type Entity,
  inputOf,
  keptOf,
  leadingField,
  maySeeHistory,
  mayWrite,
  nameOf,
  textsOf,
} from './entity';

const user = (department: string | null, ...roles: Role[]): Me => ({
  name: 'someone',
  displayName: 'someone',
  department: department ? { code: department, name: department } : null,
  roles,
});
const entity = (kind: string): Entity => {
  const found = entityOf(kind);
  if (!found) throw new Error(kind);
  return found;
};
const ofTax = { department: { code: 'sw', name: '省税务局' } };

describe('who may write an entry', () => {
  it('is its own department’s editor, and the publisher', () => {
    expect(mayWrite(user('sw', 'catalog-editor'), entity('offices'), ofTax)).toBe(true);
    expect(mayWrite(user('gs', 'catalog-editor'), entity('offices'), ofTax)).toBe(false);
    expect(mayWrite(user('sw', 'department-reviewer'), entity('offices'), ofTax)).toBe(false);
    expect(mayWrite(user(null, 'catalog-publisher'), entity('offices'), ofTax)).toBe(true);
  });

  it('is the publisher alone for what belongs to the province', () => {
    expect(mayWrite(user('sw', 'catalog-editor'), entity('regions'), {})).toBe(false);
    expect(mayWrite(user(null, 'catalog-publisher'), entity('regions'), {})).toBe(true);
  });
});

describe('who sees the history of an entry', () => {
  it('is its own department, and the publisher', () => {
    expect(maySeeHistory(user('sw', 'department-reviewer'), entity('systems'), ofTax)).toBe(true);
    expect(maySeeHistory(user('gs', 'department-reviewer'), entity('systems'), ofTax)).toBe(false);
    expect(maySeeHistory(user('sw', 'requester'), entity('systems'), ofTax)).toBe(false);
    expect(maySeeHistory(user('sw', 'catalog-editor'), entity('documents'), {})).toBe(false);
    expect(maySeeHistory(user(null, 'catalog-publisher'), entity('documents'), {})).toBe(true);
  });
});

describe('the form of an entry', () => {
  it('shows what the service answered and sends it back', () => {
    const element = {
      identifier: 'DE001',
      name: '统一社会信用代码',
      synonyms: ['信用代码', '社会信用代码'],
      definition: '一户一码',
      dataType: 'C',
      length: 18,
      effectiveOn: '2020-01-01',
    };
    const texts = textsOf(entity('data-elements'), element);
    expect(texts.synonyms).toBe('信用代码\n社会信用代码');
    expect(texts.length).toBe('18');
    expect(inputOf(entity('data-elements'), texts)).toEqual({
      ...element,
      representation: null,
      codeTableId: null,
      standardId: null,
      repealedOn: null,
    });
  });

  it('names the department by its code', () => {
    const texts = textsOf(entity('offices'), { ...ofTax, name: '办公室', abolished: false });
    expect(texts.departmentCode).toBe('sw');
    expect(inputOf(entity('offices'), texts)).toMatchObject({
      departmentCode: 'sw',
      abolished: false,
      duties: null,
    });
  });

  it('keeps what it does not show', () => {
    expect(keptOf(entity('regions'), { standard: 'GBT_2260' })).toEqual({ standard: 'GBT_2260' });
    expect(keptOf(entity('regions'), undefined)).toEqual({ standard: null });
  });
});

describe('what an entry is called', () => {
  it('is its name or title', () => {
    expect(leadingField(entity('documents'))).toBe('title');
    expect(nameOf(entity('documents'), { id: '1', title: '通知' })).toBe('通知');
    expect(nameOf(entity('regions'), { code: '130000' })).toBe('130000');
  });
});
