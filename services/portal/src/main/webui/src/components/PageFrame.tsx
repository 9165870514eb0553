import {
  Breadcrumb,
  BreadcrumbItem,
  Content,
  Flex,
  FlexItem,
  PageBreadcrumb,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import { usePlatformName } from '../app/PlatformName';
import { useTexts } from '../i18n';

export interface Crumb {
  to: string;
  text: string;
}

/** Title, path and actions above the content of a page. */
export function PageFrame({
  title,
  label,
  lead,
  crumbs = [],
  actions,
  children,
}: {
  title: string;
  label?: ReactNode;
  lead?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTexts();
  const platform = usePlatformName();
  useEffect(() => {
    document.title = `${title} · ${platform}`;
  }, [title, platform]);
  return (
    <>
      {crumbs.length > 0 && (
        <PageBreadcrumb>
          <Breadcrumb aria-label={t('app.path')}>
            {crumbs.map((crumb) => (
              <BreadcrumbItem
                key={crumb.to}
                render={({ className }) => (
                  <Link to={crumb.to} className={className}>
                    {crumb.text}
                  </Link>
                )}
              />
            ))}
            <BreadcrumbItem isActive>{title}</BreadcrumbItem>
          </Breadcrumb>
        </PageBreadcrumb>
      )}
      <PageSection className="gs-head" hasBodyWrapper={false}>
        <Flex
          justifyContent={{ default: 'justifyContentSpaceBetween' }}
          alignItems={{ default: 'alignItemsFlexStart' }}
        >
          <FlexItem flex={{ default: 'flex_1' }}>
            <Flex
              alignItems={{ default: 'alignItemsCenter' }}
              columnGap={{ default: 'columnGapMd' }}
            >
              <Title headingLevel="h1" size="2xl">
                {title}
              </Title>
              {label}
            </Flex>
            {lead && (
              <Content component="p" className="gs-lead">
                {lead}
              </Content>
            )}
          </FlexItem>
          {actions && (
            <Flex columnGap={{ default: 'columnGapSm' }} rowGap={{ default: 'rowGapSm' }}>
              {actions}
            </Flex>
          )}
        </Flex>
      </PageSection>
      <PageSection className="gs-body" hasBodyWrapper={false} isFilled>
        {children}
      </PageSection>
    </>
  );
}
