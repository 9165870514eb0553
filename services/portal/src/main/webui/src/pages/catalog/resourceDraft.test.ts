import { describe, expect, it } from 'vitest';
import type { Resource } from '../../api/catalog';
import { draftOf, resourceInput } from './resourceDraft';

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
    const sent = resourceInput(draftOf(RESOURCE), RESOURCE);

    expect(sent).toMatchObject({
      formatType: 'mysql',
      openCondition: '署名',
      keywords: ['企业', '登记'],
      relatedResources: ['0102011300000001/00001'],
      functionId: 'f',
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

  it('takes keywords however they are parted', () => {
    const draft = { ...draftOf(undefined), keywords: ' 企业、登记, 法人；' };

    expect(resourceInput(draft, undefined).keywords).toEqual(['企业', '登记', '法人']);
  });
});
