import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { setRequestLanguage } from '../api/client';
import { en } from './en';
import { zh } from './zh';

export type Language = 'zh' | 'en';
export type TextKey = keyof typeof zh;
export type Values = Record<string, string | number>;

const DICTIONARIES: Record<Language, Record<TextKey, string>> = { zh, en };
const STORAGE_KEY = 'govshare.language';
const TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

export interface Texts {
  language: Language;
  setLanguage: (language: Language) => void;
  /** The text of a key, with `{name}` replaced by the value of that name. */
  t: (key: TextKey, values?: Values) => string;
  /** The text of a code such as a state; the code itself where it is not known. */
  code: (prefix: string, value: string | null | undefined) => string;
  number: (value: number | null | undefined) => string;
  bytes: (value: number | null | undefined) => string;
  time: (iso: string | null | undefined) => string;
  date: (iso: string | null | undefined) => string;
}

/** What stands where there is no value. */
export const NONE = '—';

export function fill(template: string, values?: Values): string {
  return values
    ? template.replace(/\{(\w+)\}/g, (whole, name: string) =>
        name in values ? String(values[name]) : whole,
      )
    : template;
}

export function textsFor(language: Language, setLanguage: Texts['setLanguage']): Texts {
  const dictionary = DICTIONARIES[language];
  const numbers = new Intl.NumberFormat(TAGS[language]);
  const decimals = new Intl.NumberFormat(TAGS[language], { maximumFractionDigits: 1 });
  // Swedish writes dates as ISO 8601 does, which reads the same in both languages.
  const times = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  });
  const dates = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeZone: 'Asia/Shanghai',
  });
  return {
    language,
    setLanguage,
    t: (key, values) => fill(dictionary[key], values),
    code: (prefix, value) =>
      value ? ((dictionary as Record<string, string>)[`${prefix}.${value}`] ?? value) : NONE,
    number: (value) => (value === null || value === undefined ? NONE : numbers.format(value)),
    bytes: (value) => {
      if (value === null || value === undefined) {
        return NONE;
      }
      const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
      let scaled = value;
      let unit = 0;
      while (scaled >= 1024 && unit < units.length - 1) {
        scaled /= 1024;
        unit += 1;
      }
      return `${decimals.format(scaled)} ${units[unit]}`;
    },
    time: (iso) => (iso ? times.format(new Date(iso)) : NONE),
    date: (iso) => (iso ? dates.format(new Date(iso)) : NONE),
  };
}

const Context = createContext<Texts | null>(null);

function initialLanguage(): Language {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setState] = useState<Language>(initialLanguage);
  // Set while rendering, so that the first requests of the children already carry it.
  setRequestLanguage(TAGS[language]);
  const setLanguage = useCallback((next: Language) => {
    try {
      localStorage.setItem(STORAGE_KEY, next);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    setState(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = TAGS[language];
  }, [language]);
  const texts = useMemo(() => textsFor(language, setLanguage), [language, setLanguage]);
  return <Context value={texts}>{children}</Context>;
}

export function useTexts(): Texts {
  const texts = use(Context);
  if (!texts) {
    throw new Error('useTexts outside LanguageProvider');
  }
  return texts;
}
