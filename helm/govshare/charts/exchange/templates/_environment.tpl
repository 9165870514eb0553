{{- define "exchange.environment" -}}
{{ include "workload.environment.database" . }}
{{ include "workload.environment.broker" . }}
{{ include "workload.environment.identity" . }}
{{- end }}

{{- define "exchange.credentials" -}}
{{ include "workload.credentials.database" . }}
{{ include "workload.credentials.broker" . }}
{{- if .Values.signing.secretName }}
{{ include "workload.credential" (dict "variable" "GOVSHARE_EXCHANGE_SIGNING_KEY" "secret" .Values.signing.secretName "key" .Values.signing.secretKey) }}
{{- end }}
{{- end }}
