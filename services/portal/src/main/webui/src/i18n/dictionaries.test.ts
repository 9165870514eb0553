import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { fill, textsFor } from './index';
import { zh } from './zh';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the dictionaries', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('leave no text empty', () => {
    for (const dictionary of [zh, en]) {
      for (const [key, text] of Object.entries(dictionary)) {
        expect(text, key).not.toBe('');
      }
    }
  });

  it('fill in the same values', () => {
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      expect(placeholders(en[key]), key).toEqual(placeholders(zh[key]));
    }
  });

  it('keep no text that no page uses', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/^i18n|\.test\./.test(file))
      .map((file) => readFileSync(join('src', file), 'utf8'))
      .join('\n');
    // Codes are put together from a prefix and what a service answers.
    const prefixes = [
      ...sources.matchAll(/(?:code\(|kind[=:]\s*|codes:\s*)['"](\w+)['"]/g),
      ...sources.matchAll(/`(\w+)\.\$\{/g),
    ].map((m) => m[1]);
    const unused = Object.keys(zh).filter(
      (key) =>
        !sources.includes(`'${key}'`) &&
        !sources.includes(`"${key}"`) &&
        !prefixes.includes(key.split('.')[0]) &&
        !key.startsWith('direction.'),
    );
    expect(unused).toEqual([]);
  });
});

describe('texts', () => {
  const chinese = textsFor('zh', () => undefined);
  const english = textsFor('en', () => undefined);

  it('fill in values and keep unknown names', () => {
    expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}');
  });

  it('name codes, and show a code they do not know', () => {
    expect(chinese.code('runState', 'RUNNING')).toBe('正在运行');
    expect(english.code('runState', 'RUNNING')).toBe('Running');
    expect(chinese.code('runState', 'NEW_ONE')).toBe('NEW_ONE');
    expect(chinese.code('runState', undefined)).toBe('—');
  });

  it('show times of the platform, wherever the browser is', () => {
    expect(chinese.time('2026-11-22T16:30:05Z')).toBe('2026-11-23 00:30:05');
    expect(english.date('2026-11-22T16:30:05Z')).toBe('2026-11-23');
  });

  it('show numbers and sizes', () => {
    expect(chinese.number(489918360)).toBe('489,918,360');
    expect(chinese.number(undefined)).toBe('—');
    expect(chinese.bytes(0)).toBe('0 B');
    expect(chinese.bytes(1536)).toBe('1.5 KiB');
    expect(chinese.bytes(489918360)).toBe('467.2 MiB');
  });
});
