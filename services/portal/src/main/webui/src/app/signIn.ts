/** The address that signs in, in the page's language, and comes back to `path`. */
export function signInAddress(path: string, language: string): string {
  return `/login?return=${encodeURIComponent(path)}&ui_locales=${encodeURIComponent(language)}`;
}

/** Leaves for the login page and comes back to where the user was. */
export function signIn(): void {
  window.location.assign(
    signInAddress(window.location.pathname + window.location.search, document.documentElement.lang),
  );
}
