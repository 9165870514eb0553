import { Alert, Button, Card, CardBody, Content, Title } from '@patternfly/react-core';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../i18n';
import { LanguageSwitch } from './LanguageSwitch';
import { usePlatformName } from './PlatformName';
import { signInAddress } from './signIn';

/** What is seen before login. */
export function Welcome() {
  const { t, language } = useTexts();
  const name = usePlatformName();
  const [search, setSearch] = useSearchParams();
  // What the issuer adds on the way back from logging out says nothing to people.
  useEffect(() => {
    if (search.has('state')) {
      setSearch({}, { replace: true });
    }
  }, [search, setSearch]);
  return (
    <div className="gs-welcome">
      <header className="gs-welcome__bar">
        <LanguageSwitch />
      </header>
      <main className="gs-welcome__main">
        <div className="gs-welcome__name">
          <img src="/emblem.svg" alt="" className="gs-welcome__emblem" />
          <Title headingLevel="h1" size="4xl">
            {name}
          </Title>
          <p>{t('welcome.lead')}</p>
        </div>
        <Card className="gs-welcome__card">
          <CardBody>
            {search.get('signin') === 'failed' && (
              <Alert
                variant="warning"
                isInline
                title={t('welcome.failed')}
                variantLabel={t('alert.warning')}
                className="gs-block"
              />
            )}
            <Content component="h2">{t('welcome.signIn')}</Content>
            <Content component="p">{t('welcome.hint')}</Content>
            <Button
              component="a"
              href={signInAddress('/', language === 'zh' ? 'zh-CN' : 'en')}
              variant="primary"
              isBlock
              size="lg"
            >
              {t('welcome.button')}
            </Button>
          </CardBody>
        </Card>
      </main>
      <footer className="gs-welcome__foot">{t('app.operator')}</footer>
    </div>
  );
}
