{{- define "portal.environment" -}}
{{ include "workload.environment.database" . }}
{{ include "workload.environment.identity" . }}
{{- range list "catalog" "exchange" "monitoring" }}
GOVSHARE_PORTAL_{{ upper . }}_URL: {{ printf "http://%s:%s" (include "workload.nameOf" (dict "context" $ "service" .)) (include "workload.portOf" .) | quote }}
{{- end }}
# The address that browsers use: requests that change something must come from its pages.
GOVSHARE_PORTAL_ORIGIN: {{ printf "https://%s" .Values.ingress.host | quote }}
# TLS ends at the ingress controller, the only caller that the network policy lets in.
QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING: "true"
QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED: "true"
QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST: "true"
QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE: "true"
QUARKUS_OIDC_AUTHENTICATION_FORCE_REDIRECT_HTTPS_SCHEME: "true"
{{- end }}

{{- define "portal.credentials" -}}
{{ include "workload.credentials.database" . }}
{{ include "workload.credential" (dict "variable" "QUARKUS_OIDC_CREDENTIALS_SECRET" "secret" .Values.client.secretName "key" .Values.client.secretKey) }}
{{ include "workload.credential" (dict "variable" "GOVSHARE_PORTAL_SESSION_KEY" "secret" .Values.session.secretName "key" .Values.session.secretKey) }}
{{- end }}
