import { describe, expect, it } from 'vitest';
import { reader } from './sealed';
import { seal } from './sealing';

describe('what is sealed for the page', () => {
  it('is opened by the page that asked', async () => {
    const own = await reader();
    const sealed = await seal(own.publicKey, 'one', '[["石家庄"]]');
    await expect(own.open(sealed, 'one')).resolves.toBe('[["石家庄"]]');
  });

  it('is opened neither by another page nor for another trial', async () => {
    const own = await reader();
    const other = await reader();
    const sealed = await seal(own.publicKey, 'one', 'x');
    await expect(other.open(sealed, 'one')).rejects.toThrow();
    await expect(own.open(sealed, 'two')).rejects.toThrow();
  });
});
