import { DATA_TYPES } from '../../api/catalog';
import { type Entity, type Field, type Filter, name } from './entity';

const EFFECTIVE: Field = {
  name: 'effectiveOn',
  label: 'reference.effectiveOn',
  type: 'date',
  required: true,
  listed: true,
};
const REPEALED: Field = { name: 'repealedOn', label: 'reference.repealedOn', type: 'date' };
const STATE: Filter = {
  name: 'state',
  label: 'reference.state',
  codes: 'entryState',
  values: ['PLANNED', 'IN_FORCE', 'REPEALED'],
};
const DOCUMENTS = ['POLICY', 'STANDARD'];
const STANDARD: Field = {
  name: 'standardId',
  label: 'reference.standard',
  type: 'entry',
  of: 'documents',
  among: { kind: 'STANDARD' },
};

/** Policies, standards, standard data elements and code tables. */
export const LIBRARY: Entity[] = [
  {
    kind: 'documents',
    title: 'reference.documents',
    path: '/library/documents',
    history: 'library-document',
    writers: 'manage',
    filters: [
      { name: 'kind', label: 'reference.kind', codes: 'documentKind', values: DOCUMENTS },
      STATE,
    ],
    fields: [
      {
        name: 'kind',
        label: 'reference.kind',
        type: 'choice',
        required: true,
        listed: true,
        codes: 'documentKind',
        values: DOCUMENTS,
      },
      { name: 'title', label: 'reference.name', required: true, listed: true },
      { name: 'documentNumber', label: 'reference.number', required: true, listed: true },
      { name: 'issuingBody', label: 'reference.issuer', required: true, listed: true },
      { name: 'summary', label: 'resource.abstract', type: 'long' },
      { name: 'issuedOn', label: 'reference.issuedOn', type: 'date' },
      EFFECTIVE,
      REPEALED,
      { name: 'replacedBy', label: 'reference.replacedBy', type: 'entry', of: 'documents' },
    ],
  },
  {
    kind: 'data-elements',
    title: 'reference.elements',
    path: '/library/data-elements',
    history: 'data-element',
    writers: 'manage',
    filters: [
      { name: 'dataType', label: 'item.dataType', codes: 'dataType', values: DATA_TYPES },
      STATE,
    ],
    fields: [
      { name: 'identifier', label: 'reference.code', required: true, listed: true },
      name(),
      { name: 'synonyms', label: 'reference.synonyms', type: 'lines' },
      {
        name: 'definition',
        label: 'reference.definition',
        type: 'long',
        required: true,
        listed: true,
      },
      {
        name: 'dataType',
        label: 'item.dataType',
        type: 'choice',
        required: true,
        listed: true,
        codes: 'dataType',
        values: DATA_TYPES,
      },
      { name: 'length', label: 'item.length', type: 'number', listed: true },
      { name: 'representation', label: 'reference.representation' },
      {
        name: 'codeTableId',
        label: 'reference.codeTable',
        type: 'entry',
        of: 'code-tables',
        listed: true,
      },
      STANDARD,
      EFFECTIVE,
      REPEALED,
    ],
  },
  {
    kind: 'code-tables',
    title: 'reference.codeTables',
    path: '/library/code-tables',
    history: 'code-table',
    writers: 'manage',
    filters: [STATE],
    fields: [
      { name: 'identifier', label: 'reference.code', required: true, listed: true },
      name(),
      { name: 'definition', label: 'reference.definition', type: 'long', listed: true },
      { ...STANDARD, listed: true },
      EFFECTIVE,
      REPEALED,
    ],
  },
];
