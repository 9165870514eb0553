// Writes src/api/generated/<service>.ts from the committed OpenAPI of each service. The build
// begins with it, so that what a service no longer answers does not compile here. A written file
// is as old as what it was written from, so that it never looks like a change of the sources.
import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const target = new URL('../src/api/generated/', import.meta.url);
await mkdir(target, { recursive: true });
for (const service of ['catalog', 'exchange', 'monitoring']) {
  const source = new URL(`../../../../../${service}/openapi/openapi.yaml`, import.meta.url);
  const file = new URL(`${service}.ts`, target);
  await writeFile(file, astToString(await openapi(source)));
  const { atime, mtime } = await stat(source);
  await utimes(file, atime, mtime);
}
