import { ABOLISHED, type Entity, name } from './entity';
import { LIBRARY } from './library';
import { ORGANISATION } from './organisation';

/** Departments, which have a tree and pages of their own beside the form. */
export const DEPARTMENTS: Entity = {
  kind: 'departments',
  title: 'reference.departments',
  path: '/departments',
  history: 'department',
  key: 'code',
  writers: 'manage',
  removable: false,
  fields: [
    { name: 'code', label: 'reference.code', required: true, fixed: true },
    name(),
    { name: 'serial', label: 'reference.serial', fixed: true },
    { name: 'parent', label: 'reference.parent', type: 'department' },
    {
      name: 'kind',
      label: 'reference.kind',
      type: 'choice',
      required: true,
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
    { name: 'regionCode', label: 'reference.region', type: 'entry', of: 'regions' },
    { name: 'creditCode', label: 'reference.creditCode' },
  ],
};

const REGIONS: Entity = {
  kind: 'regions',
  title: 'reference.regions',
  path: '/regions',
  history: 'region',
  key: 'code',
  writers: 'manage',
  kept: ['standard'],
  filters: [
    {
      name: 'level',
      label: 'reference.level',
      codes: 'regionLevel',
      values: ['PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWN', 'VILLAGE'],
    },
    {
      name: 'abolished',
      label: 'reference.abolished',
      codes: 'abolished',
      values: ['false', 'true'],
    },
  ],
  fields: [
    { name: 'code', label: 'reference.code', required: true, listed: true, fixed: true },
    name(),
    { name: 'note', label: 'reference.note', listed: true },
    ABOLISHED,
  ],
};

/** Everything that is managed in a list with a form. */
export const ENTITIES: Entity[] = [...ORGANISATION, REGIONS, ...LIBRARY];

/** The entity of a kind. */
export function entityOf(kind: string): Entity | undefined {
  return ENTITIES.find((each) => each.kind === kind);
}
