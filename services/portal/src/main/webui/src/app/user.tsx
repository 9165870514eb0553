import { createContext, use } from 'react';
import type { Me } from './access';

const UserContext = createContext<Me | null>(null);

export const UserProvider = UserContext;

/** The signed-in user; only inside the signed-in part of the portal. */
export function useUser(): Me {
  const me = use(UserContext);
  if (!me) {
    throw new Error('useUser outside the signed-in part');
  }
  return me;
}
