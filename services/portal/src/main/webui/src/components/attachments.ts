const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The kinds of files that are taken, by the ending of their names. */
const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  doc: 'application/msword',
  wps: 'application/msword',
  xls: 'application/vnd.ms-excel',
  et: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  dps: 'application/vnd.ms-powerpoint',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  txt: 'text/plain',
  csv: 'text/csv',
};

/** Endings for a file dialog. */
export const ENDINGS = Object.keys(TYPES).map((ending) => `.${ending}`);

/**
 * The type of a file by its name: browsers do not know the formats of domestic office software, and
 * name others differently from system to system.
 */
export function contentTypeOf(name: string): string | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return name.includes('.') ? TYPES[ending] : undefined;
}
