import { describe, expect, it } from 'vitest';
import type { Resource } from '../../api/catalog';
import { itemInput, newItem } from './itemDraft';
import { completed, draftOf, resourceInput } from './resourceDraft';

const RESOURCE = {
  id: 'r',
  name: '企业信息',
  abstract: '合成数据',
  category: { code: '010201', name: '企业法人' },
  format: 'DATABASE',
  formatType: 'mysql',
  dataStructure: 'STRUCTURED',
  sharingType: 'CONDITIONAL',
  openType: 'ON_REQUEST',
  openCondition: '署名',
  updateFrequency: 'DAILY',
  sharingMethod: 'DATABASE',
  rowCount: 12,
  keywords: ['企业', '登记'],
  relatedResources: ['0102011300000001/00001'],
  functionId: 'f',
  campaignId: 'c',
  proposedIdentifier: '0102011300000001/00009',
  contact: { phone: '0311-1234567' },
  census: { storageGb: 1.5, openRows: 0 },
  items: [
    {
      id: 'i',
      name: '名称',
      fieldName: 'mc',
      dataType: 'C',
      length: 100,
      sharingType: 'CONDITIONAL',
      sharingCondition: '签订协议',
      openType: 'ON_REQUEST',
      sharingMethod: 'DATABASE',
      updateFrequency: 'WEEKLY',
      description: '企业名称',
      dataElementId: 'e',
    },
  ],
} as unknown as Resource;

describe('a resource in the form', () => {
  it('keeps everything that nobody touched', () => {
    const sent = resourceInput(draftOf(RESOURCE));

    expect(sent).toMatchObject({
      formatType: 'mysql',
      openCondition: '署名',
      keywords: ['企业', '登记'],
      relatedResources: ['0102011300000001/00001'],
      functionId: 'f',
      campaignId: 'c',
      proposedIdentifier: '0102011300000001/00009',
      contact: { name: null, phone: '0311-1234567', email: null },
      census: { storageGb: 1.5, sharedRows: null, openRows: 0 },
    });
    expect(sent.items[0]).toMatchObject({
      sharingCondition: '签订协议',
      legalBasis: null,
      sharingMethod: 'DATABASE',
      updateFrequency: 'WEEKLY',
      description: '企业名称',
      dataElementId: 'e',
    });
  });

  it('keeps an item’s condition and its legal basis, whatever its sharing is', () => {
    const both = { ...RESOURCE.items[0]!, sharingCondition: '签订协议', legalBasis: '某法第三条' };
    for (const sharingType of ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'] as const) {
      const items = [{ ...both, sharingType }];

      const sent = resourceInput(draftOf({ ...RESOURCE, items })).items[0];

      expect(sent).toMatchObject({
        sharingType,
        sharingCondition: '签订协议',
        legalBasis: '某法第三条',
      });
    }
  });

  it('lets an item follow its resource in what it has of it', () => {
    const items = [
      { ...RESOURCE.items[0]!, openCondition: '署名', updateFrequency: 'WEEKLY' },
      { ...RESOURCE.items[0]!, openCondition: '注明来源', updateFrequency: 'DAILY' },
    ] as typeof RESOURCE.items;
    const draft = draftOf({ ...RESOURCE, items });
    expect(draft.items.map(({ updateFrequency }) => updateFrequency)).toEqual(['WEEKLY', '']);

    const sent = resourceInput({
      ...draft,
      openCondition: '须申请',
      sharingMethod: 'INTERFACE',
      updateFrequency: 'MONTHLY',
    });

    expect(sent.items).toMatchObject([
      { sharingMethod: 'INTERFACE', openCondition: '须申请', updateFrequency: 'WEEKLY' },
      { sharingMethod: 'INTERFACE', openCondition: '注明来源', updateFrequency: 'MONTHLY' },
    ]);
  });

  it('says of an item’s own terms only those that are typed', () => {
    const item = {
      ...newItem(),
      name: ' 名称 ',
      length: '100',
      openCondition: ' 署名 ',
      updateFrequency: 'WEEKLY',
      codeTableId: 't',
    };

    expect(itemInput(item, {})).toEqual({
      name: '名称',
      fieldName: null,
      dataType: 'C',
      length: 100,
      sharingType: 'UNCONDITIONAL',
      sharingCondition: null,
      legalBasis: null,
      openType: 'CLOSED',
      openCondition: '署名',
      sharingMethod: null,
      updateFrequency: 'WEEKLY',
      description: null,
      legalBasisId: null,
      dataElementId: null,
      codeTableId: 't',
    });
  });

  it('takes keywords however they are parted', () => {
    const draft = { ...draftOf(undefined), keywords: ' 企业、登记, 法人；' };

    expect(resourceInput(draft).keywords).toEqual(['企业', '登记', '法人']);
  });
});

describe('what was typed earlier', () => {
  it('comes back with what the form has had since', () => {
    const initial = draftOf(RESOURCE);
    const { legalBasis: _, ...older } = { ...initial.items[0]!, name: '企业全称' };
    const kept = { ...initial, items: [older, { key: 'new-9', name: '新增' }] } as typeof initial;

    const { items } = completed(kept, initial);

    expect(items[0]).toEqual({ ...initial.items[0], name: '企业全称' });
    expect(items[1]).toMatchObject({ name: '新增', legalBasis: '', sharingType: 'UNCONDITIONAL' });
  });
});
