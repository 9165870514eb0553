// Writes src/api/generated/<service>.ts from the committed OpenAPI of each service. The build
// begins with it, so that what a service no longer answers does not compile here.
import { mkdir, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const target = new URL('../src/api/generated/', import.meta.url);
await mkdir(target, { recursive: true });
for (const service of ['catalog', 'exchange', 'monitoring']) {
  const source = new URL(`../../../../../${service}/openapi/openapi.yaml`, import.meta.url);
  await writeFile(new URL(`${service}.ts`, target), astToString(await openapi(source)));
}
