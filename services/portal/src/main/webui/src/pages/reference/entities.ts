import type { Area } from '../../app/access';
import type { TextKey } from '../../i18n';

/** An entry of reference data as its service answers it. */
export type Entry = Record<string, unknown>;

/** One field of an entry, as the service names it. */
export interface Field {
  name: string;
  label: TextKey;
  type?: 'text' | 'long' | 'lines' | 'number' | 'date' | 'choice' | 'flag' | 'department';
  required?: boolean;
  /** Shown in the list. */
  listed?: boolean;
  /** Cannot change once the entry exists. */
  fixed?: boolean;
  values?: readonly string[];
  /** Prefix of the texts of its values. */
  codes?: string;
}

/** A kind of reference data that is managed in a list with a form. */
export interface Entity {
  kind: string;
  title: TextKey;
  path: string;
  /** Name of the field that identifies an entry; {@code id} if absent. */
  key?: string;
  writers: Area;
  removable?: boolean;
  fields: Field[];
  /** Fields that the form does not show. */
  kept?: string[];
}

const DEPARTMENT: Field = {
  name: 'departmentCode',
  label: 'resource.department',
  required: true,
  listed: true,
  fixed: true,
};
const ABOLISHED: Field = { name: 'abolished', label: 'reference.abolished', type: 'flag' };
const EFFECTIVE: Field = { name: 'effectiveOn', label: 'reference.effectiveOn', type: 'date' };
const REPEALED: Field = { name: 'repealedOn', label: 'reference.repealedOn', type: 'date' };

function name(label: TextKey = 'reference.name'): Field {
  return { name: 'name', label, required: true, listed: true };
}

/** Everything that is managed this way, in the order of the menu. */
export const ENTITIES: Entity[] = [
  {
    kind: 'departments',
    title: 'reference.departments',
    path: '/departments',
    key: 'code',
    writers: 'manage',
    removable: false,
    fields: [
      { name: 'code', label: 'reference.code', required: true, listed: true, fixed: true },
      name(),
      { name: 'serial', label: 'reference.serial', fixed: true },
      { name: 'parent', label: 'reference.parent', type: 'department' },
      {
        name: 'kind',
        label: 'reference.kind',
        type: 'choice',
        codes: 'departmentKind',
        values: [
          'PARTY_ORGAN',
          'GOVERNMENT_ORGAN',
          'LEGISLATIVE_ORGAN',
          'JUDICIAL_ORGAN',
          'INSTITUTION',
          'MASS_ORGANISATION',
          'ENTERPRISE',
          'OTHER',
        ],
      },
      { name: 'regionCode', label: 'reference.region' },
      { name: 'creditCode', label: 'reference.creditCode' },
    ],
  },
  {
    kind: 'offices',
    title: 'reference.offices',
    path: '/offices',
    writers: 'organise',
    fields: [
      DEPARTMENT,
      name(),
      { name: 'duties', label: 'reference.duties', type: 'long', listed: true },
      { name: 'contactName', label: 'contact.name' },
      { name: 'contactPhone', label: 'contact.phone' },
      ABOLISHED,
    ],
  },
  {
    kind: 'functions',
    title: 'reference.functions',
    path: '/functions',
    writers: 'organise',
    kept: ['officeId'],
    fields: [
      DEPARTMENT,
      name(),
      {
        name: 'source',
        label: 'reference.source',
        type: 'choice',
        required: true,
        listed: true,
        codes: 'functionSource',
        values: ['STAFFING_PLAN', 'POWER_LIST', 'OTHER'],
      },
      { name: 'basis', label: 'reference.basis', listed: true },
      { name: 'description', label: 'item.description', type: 'long' },
      ABOLISHED,
    ],
  },
  {
    kind: 'matters',
    title: 'reference.matters',
    path: '/matters',
    writers: 'organise',
    kept: ['functionId'],
    fields: [
      DEPARTMENT,
      { name: 'code', label: 'reference.code', required: true, listed: true },
      name(),
      {
        name: 'kind',
        label: 'reference.kind',
        type: 'choice',
        required: true,
        listed: true,
        codes: 'matterKind',
        values: [
          'LICENCE',
          'PENALTY',
          'COERCION',
          'LEVY',
          'PAYMENT',
          'INSPECTION',
          'CONFIRMATION',
          'REWARD',
          'ADJUDICATION',
          'OTHER_POWER',
          'PUBLIC_SERVICE',
        ],
      },
      { name: 'description', label: 'item.description', type: 'long' },
      ABOLISHED,
    ],
  },
  {
    kind: 'systems',
    title: 'reference.systems',
    path: '/systems',
    writers: 'organise',
    kept: ['officeId'],
    fields: [
      DEPARTMENT,
      name(),
      { name: 'purpose', label: 'reference.purpose', type: 'long' },
      { name: 'scope', label: 'reference.scope' },
      {
        name: 'usageFrequency',
        label: 'reference.usage',
        type: 'choice',
        listed: true,
        codes: 'usage',
        values: ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'RARELY', 'NONE'],
      },
      { name: 'approvingBody', label: 'reference.approvingBody' },
      { name: 'approvedOn', label: 'reference.approvedOn', type: 'date' },
      { name: 'fundingSource', label: 'reference.funding' },
      {
        name: 'network',
        label: 'reference.network',
        type: 'choice',
        codes: 'network',
        values: ['GOVERNMENT_EXTRANET', 'DEDICATED', 'INTERNET', 'LOCAL', 'STANDALONE'],
      },
      {
        name: 'state',
        label: 'reference.state',
        type: 'choice',
        required: true,
        listed: true,
        codes: 'systemState',
        values: ['PLANNED', 'RUNNING', 'SUSPENDED', 'RETIRED'],
      },
      { name: 'lastUsedOn', label: 'reference.lastUsed', type: 'date', listed: true },
      { name: 'lastSeenOn', label: 'reference.lastSeen', type: 'date' },
      { name: 'userCount', label: 'reference.users', type: 'number', listed: true },
      {
        name: 'connection',
        label: 'reference.connection',
        type: 'choice',
        codes: 'connection',
        values: ['CONNECTED', 'PLANNED', 'NONE'],
      },
      { name: 'connectionDetail', label: 'reference.connectionDetail' },
    ],
  },
  {
    kind: 'regions',
    title: 'reference.regions',
    path: '/regions',
    key: 'code',
    writers: 'manage',
    kept: ['standard'],
    fields: [
      { name: 'code', label: 'reference.code', required: true, listed: true, fixed: true },
      name(),
      { name: 'note', label: 'reference.note', listed: true },
      ABOLISHED,
    ],
  },
  {
    kind: 'documents',
    title: 'reference.documents',
    path: '/library/documents',
    writers: 'manage',
    kept: ['replacedBy'],
    fields: [
      {
        name: 'kind',
        label: 'reference.kind',
        type: 'choice',
        required: true,
        listed: true,
        codes: 'documentKind',
        values: ['POLICY', 'STANDARD'],
      },
      { name: 'title', label: 'reference.name', required: true, listed: true },
      { name: 'documentNumber', label: 'reference.number', required: true, listed: true },
      { name: 'issuingBody', label: 'reference.issuer', required: true, listed: true },
      { name: 'summary', label: 'resource.abstract', type: 'long' },
      { name: 'issuedOn', label: 'reference.issuedOn', type: 'date' },
      EFFECTIVE,
      REPEALED,
    ],
  },
  {
    kind: 'data-elements',
    title: 'reference.elements',
    path: '/library/data-elements',
    writers: 'manage',
    kept: ['codeTableId', 'standardId'],
    fields: [
      { name: 'identifier', label: 'reference.code', required: true, listed: true },
      name(),
      { name: 'synonyms', label: 'reference.synonyms', type: 'lines' },
      { name: 'definition', label: 'reference.definition', type: 'long', listed: true },
      {
        name: 'dataType',
        label: 'item.dataType',
        type: 'choice',
        required: true,
        listed: true,
        codes: 'dataType',
        values: ['C', 'N', 'Y', 'D', 'T', 'L', 'M', 'G', 'B', 'I', 'F'],
      },
      { name: 'length', label: 'item.length', type: 'number', listed: true },
      { name: 'representation', label: 'reference.representation' },
      EFFECTIVE,
      REPEALED,
    ],
  },
  {
    kind: 'code-tables',
    title: 'reference.codeTables',
    path: '/library/code-tables',
    writers: 'manage',
    kept: ['standardId'],
    fields: [
      { name: 'identifier', label: 'reference.code', required: true, listed: true },
      name(),
      { name: 'definition', label: 'reference.definition', type: 'long', listed: true },
      EFFECTIVE,
      REPEALED,
    ],
  },
];
