import { createContext, use } from 'react';
import { useTexts } from '../i18n';

export interface Platform {
  name: { zh: string; en: string };
}

export const PlatformContext = createContext<Platform | null>(null);

/** The platform's configured name in the current language. */
export function usePlatformName(): string {
  const platform = use(PlatformContext);
  const { language, t } = useTexts();
  return platform?.name[language] ?? t('app.name');
}
