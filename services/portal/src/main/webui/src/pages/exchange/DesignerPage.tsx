import type { ReactNode } from 'react';
import type { Page } from '../../api/catalog';
import { send } from '../../api/client';
import {
  type Domain,
  EXCHANGE,
  type ExchangeGrant,
  type ExchangeNode,
  type ServiceDetail,
} from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { Designer } from './Designer';
import { emptyForm } from './serviceForm';

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

/** Loads what a designer chooses from. */
function Choices({
  children,
}: {
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
                  grants: g.items.filter((grant) => grant.state === 'ACTIVE'),
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
