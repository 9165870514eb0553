import { useEffect } from 'react';

/** The key “/” leads to a search box, as long as nothing is being typed elsewhere. */
export function useSlash(id: string): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (
        event.key === '/' &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        !/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)
      ) {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [id]);
}
