import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Page } from '../../api/catalog';
import { send } from '../../api/client';
import {
  type Domain,
  EXCHANGE,
  type ExchangeGrant,
  type ExchangeNode,
  type ServiceDetail,
} from '../../api/exchange';
import { useGet, useVersioned } from '../../api/hooks';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { Designer } from './Designer';
import { emptyForm, formOf } from './serviceForm';

/** 交换配置: turning a grant into an exchange service. */
export function DesignerPage() {
  const { t } = useTexts();
  return (
    <PageFrame
      title={t('services.new')}
      lead={t('designer.lead')}
      crumbs={[{ to: '/exchange/services', text: t('menu.services') }]}
    >
      <Choices>
        {(choices) => (
          <Designer
            {...choices}
            initial={emptyForm()}
            text={t('designer.deploy')}
            back="/exchange/services"
            save={async (draft) => {
              const { data } = await send<ServiceDetail>('POST', `${EXCHANGE}/services`, draft);
              return data.id;
            }}
          />
        )}
      </Choices>
    </PageFrame>
  );
}

/** Changing a service that exists; its code stays. */
export function ServiceEditPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const path = `${EXCHANGE}/services/${id}`;
  const service = useVersioned<ServiceDetail>(path);
  const name = service.data?.data.name ?? t('service.one');
  return (
    <PageFrame
      title={t('designer.changeOf', { name })}
      lead={t('designer.changeLead')}
      crumbs={[
        { to: '/exchange/services', text: t('menu.services') },
        { to: `/exchange/services/${id}`, text: name },
      ]}
    >
      <Remote query={service}>
        {({ data, version }) => (
          <GrantOf key={version} service={data}>
            {(grant) => (
              <Choices present={grant}>
                {(choices) => (
                  <Designer
                    {...choices}
                    initial={formOf(data, grant)}
                    exists
                    text={t('designer.save')}
                    back={`/exchange/services/${id}`}
                    save={async (draft) => {
                      await send('PUT', path, draft, version);
                      return id;
                    }}
                  />
                )}
              </Choices>
            )}
          </GrantOf>
        )}
      </Remote>
    </PageFrame>
  );
}

function GrantOf({
  service,
  children,
}: {
  service: ServiceDetail;
  children: (grant: ExchangeGrant) => ReactNode;
}) {
  const grant = useGet<ExchangeGrant>(`${EXCHANGE}/grants/${service.grantId}`);
  return <Remote query={grant}>{children}</Remote>;
}

/** Loads what a designer chooses from. */
function Choices({
  present,
  children,
}: {
  /** The grant that a service rests on now, in force or not. */
  present?: ExchangeGrant;
  children: (choices: {
    grants: ExchangeGrant[];
    domains: Domain[];
    nodes: ExchangeNode[];
  }) => ReactNode;
}) {
  const grants = useGet<Page<ExchangeGrant>>(`${EXCHANGE}/grants?size=100`);
  const domains = useGet<Page<Domain>>(`${EXCHANGE}/domains?size=100`);
  const nodes = useGet<Page<ExchangeNode>>(`${EXCHANGE}/nodes?size=100`);
  return (
    <Remote query={grants}>
      {(g) => (
        <Remote query={domains}>
          {(d) => (
            <Remote query={nodes}>
              {(n) =>
                children({
                  grants: [
                    ...(present ? [present] : []),
                    ...g.items.filter(
                      (grant) => grant.state === 'ACTIVE' && grant.id !== present?.id,
                    ),
                  ],
                  domains: d.items,
                  nodes: n.items,
                })
              }
            </Remote>
          )}
        </Remote>
      )}
    </Remote>
  );
}
