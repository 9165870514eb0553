import type { Resource } from '../../api/catalog';
import { type ItemDraft, itemDraft, itemInput, newItem } from './itemDraft';

/** A resource as it is being typed. */
export type Draft = {
  name: string;
  abstract: string;
  categoryCode: string;
  format: string;
  formatType: string;
  dataStructure: string;
  openType: string;
  openCondition: string;
  sharingType: string;
  updateFrequency: string;
  sharingMethod: string;
  sourceSchema: string;
  sourceTable: string;
  rowCount: string;
  keywords: string;
  relatedResources: string;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  storageGb: string;
  sharedStorageGb: string;
  sharedRows: string;
  openStorageGb: string;
  openRows: string;
  officeId: string;
  functionId: string;
  matterId: string;
  systemId: string;
  campaignId: string;
  proposedIdentifier: string;
  items: ItemDraft[];
};

function text(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/** What to begin with: an existing resource, or the usual choices. */
export function draftOf(resource: Resource | undefined): Draft {
  return {
    name: text(resource?.name),
    abstract: text(resource?.abstract),
    categoryCode: text(resource?.category?.code),
    format: resource?.format ?? 'DATABASE',
    formatType: text(resource?.formatType),
    dataStructure: resource?.dataStructure ?? 'STRUCTURED',
    sharingType: text(resource?.sharingType),
    openType: resource?.openType ?? 'CLOSED',
    openCondition: text(resource?.openCondition),
    updateFrequency: resource?.updateFrequency ?? 'DAILY',
    sharingMethod: resource?.sharingMethod ?? 'DATABASE',
    sourceSchema: text(resource?.sourceSchema),
    sourceTable: text(resource?.sourceTable),
    rowCount: text(resource?.rowCount),
    keywords: (resource?.keywords ?? []).join('，'),
    relatedResources: (resource?.relatedResources ?? []).join('\n'),
    contactName: text(resource?.contact?.name),
    contactPhone: text(resource?.contact?.phone),
    contactEmail: text(resource?.contact?.email),
    storageGb: text(resource?.census?.storageGb),
    sharedStorageGb: text(resource?.census?.sharedStorageGb),
    sharedRows: text(resource?.census?.sharedRows),
    openStorageGb: text(resource?.census?.openStorageGb),
    openRows: text(resource?.census?.openRows),
    officeId: text(resource?.officeId),
    functionId: text(resource?.functionId),
    matterId: text(resource?.matterId),
    systemId: text(resource?.systemId),
    campaignId: text(resource?.campaignId),
    proposedIdentifier: text(resource?.proposedIdentifier),
    items: resource ? resource.items.map((item) => itemDraft(item, resource)) : [newItem()],
  };
}

/** What was kept of a form as it was typed, with what the form has had since. */
export function completed(kept: Draft, initial: Draft): Draft {
  const items = kept.items.map((item) => ({
    ...newItem(),
    ...initial.items.find(({ key }) => key === item.key),
    ...item,
  }));
  return { ...initial, ...kept, items };
}

/** What the service takes. */
export function resourceInput(draft: Draft) {
  return {
    name: draft.name,
    abstract: draft.abstract,
    categoryCode: draft.categoryCode,
    format: draft.format,
    formatType: some(draft.formatType),
    dataStructure: draft.dataStructure,
    sharingType: some(draft.sharingType),
    openType: draft.openType,
    openCondition: some(draft.openCondition),
    updateFrequency: draft.updateFrequency,
    sharingMethod: draft.sharingMethod,
    sourceSchema: some(draft.sourceSchema),
    sourceTable: some(draft.sourceTable),
    rowCount: amount(draft.rowCount),
    keywords: parts(draft.keywords, /[,，、;；\n]/),
    relatedResources: parts(draft.relatedResources, /\s+/),
    contact: {
      name: some(draft.contactName),
      phone: some(draft.contactPhone),
      email: some(draft.contactEmail),
    },
    census: {
      storageGb: amount(draft.storageGb),
      sharedStorageGb: amount(draft.sharedStorageGb),
      sharedRows: amount(draft.sharedRows),
      openStorageGb: amount(draft.openStorageGb),
      openRows: amount(draft.openRows),
    },
    officeId: some(draft.officeId),
    functionId: some(draft.functionId),
    matterId: some(draft.matterId),
    systemId: some(draft.systemId),
    campaignId: some(draft.campaignId),
    proposedIdentifier: some(draft.proposedIdentifier),
    items: draft.items.map((item) => itemInput(item, draft)),
  };
}

function some(typed: string): string | null {
  return typed.trim() || null;
}

function amount(typed: string): number | null {
  return typed === '' ? null : Number(typed);
}

function parts(typed: string, separator: RegExp): string[] {
  return typed
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}
