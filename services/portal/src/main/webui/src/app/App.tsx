import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BrowserRouter, useLocation } from 'react-router';
import { ApiProblem, get } from '../api/client';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { Loading, ProblemAlert } from '../components/Remote';
import { LanguageProvider, useTexts } from '../i18n';
import type { Me } from './access';
import { Pages } from './Pages';
import { type Platform, PlatformContext } from './PlatformName';
import { SessionEnded } from './SessionEnded';
import { signIn } from './signIn';
import { Shell } from './Shell';
import { UserProvider } from './user';
import { Welcome } from './Welcome';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      retry: (count, error) =>
        count < 1 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500),
    },
  },
});

export function App() {
  return (
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <BrowserRouter>
          <Start />
        </BrowserRouter>
      </QueryClientProvider>
    </LanguageProvider>
  );
}

function Start() {
  const { language } = useTexts();
  const queries = useQueryClient();
  const location = useLocation();
  const platform = useQuery({
    queryKey: ['platform'],
    queryFn: () => get<Platform>('/api/portal/v1/platform', { quiet: true }),
    staleTime: Infinity,
  });
  const me = useQuery({
    queryKey: ['me'],
    queryFn: () => get<Me>('/api/portal/v1/me', { quiet: true }),
    staleTime: Infinity,
  });

  // Services name things in the language asked for; ask again when it changes.
  useEffect(() => {
    void queries.invalidateQueries({
      predicate: (q) => q.queryKey[0] !== 'platform' && q.queryKey[0] !== 'me',
    });
  }, [language, queries]);

  const name = platform.data?.name[language];
  useEffect(() => {
    if (name) {
      document.title = name;
    }
  }, [name]);

  if (platform.isPending || me.isPending) {
    return <Loading />;
  }
  const anonymous = me.error instanceof ApiProblem && me.error.status === 401;
  if (anonymous && location.pathname !== '/') {
    signIn();
    return <Loading />;
  }
  return (
    <PlatformContext value={platform.data ?? null}>
      {anonymous ? (
        <Welcome />
      ) : me.error ? (
        <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <UserProvider value={me.data}>
          <Shell>
            <ErrorBoundary key={location.pathname}>
              <Pages />
            </ErrorBoundary>
          </Shell>
          <SessionEnded />
        </UserProvider>
      )}
    </PlatformContext>
  );
}
