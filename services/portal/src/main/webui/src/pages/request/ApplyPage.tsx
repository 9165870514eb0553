import { useParams, useSearchParams } from 'react-router';
import { type AccessRequest, CATALOG, type Resource } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useVersioned } from '../../api/hooks';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { RequestForm } from './RequestForm';

/** 申请资源: which items, for what, on what legal basis, how often and until when. */
export function ApplyPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useTexts();
  const resource = useVersioned<Resource>(`${CATALOG}/resources/${id}`);
  const name = resource.data?.data.name;
  return (
    <PageFrame
      title={name ? t('apply.titleOf', { name }) : t('action.apply')}
      lead={t('apply.lead')}
      crumbs={[
        { to: '/catalog', text: t('menu.resources') },
        ...(name ? [{ to: `/catalog/${id}`, text: name }] : []),
      ]}
    >
      <Remote query={resource}>
        {(found) => (
          <RequestForm
            resource={found.data}
            wanted={search.getAll('item')}
            text={t('apply.submit')}
            back={`/catalog/${id}`}
            save={async (input) =>
              (await send<AccessRequest>('POST', `${CATALOG}/requests`, input)).data.id
            }
          />
        )}
      </Remote>
    </PageFrame>
  );
}

/** A draft, or a request that came back, to be mended. */
export function RequestEditPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const request = useVersioned<AccessRequest>(`${CATALOG}/requests/${id}`);
  const name = request.data?.data.resource.name ?? '';
  return (
    <PageFrame
      title={t('request.change', { name })}
      lead={t('apply.lead')}
      crumbs={[
        { to: '/requests', text: t('menu.myRequests') },
        { to: `/requests/${id}`, text: t('request.titleOf', { name }) },
      ]}
    >
      <Remote query={request}>{(found) => <Mending key={found.version} request={found} />}</Remote>
    </PageFrame>
  );
}

function Mending({ request }: { request: Versioned<AccessRequest> }) {
  const { t } = useTexts();
  const { data, version } = request;
  const resource = useVersioned<Resource>(`${CATALOG}/resources/${data.resource.id}`);
  return (
    <Remote query={resource}>
      {(found) => (
        <RequestForm
          resource={found.data}
          existing={data}
          text={t('apply.save')}
          back={`/requests/${data.id}`}
          save={async (input) => {
            await send('PUT', `${CATALOG}/requests/${data.id}`, input, version);
            return data.id;
          }}
        />
      )}
    </Remote>
  );
}
