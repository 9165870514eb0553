{{- define "exchange.environment" -}}
{{ include "workload.environment.database" . }}
{{ include "workload.environment.broker" . }}
{{ include "workload.environment.identity" . }}
{{- end }}

{{- define "exchange.credentials" -}}
{{ include "workload.credentials.database" . }}
{{ include "workload.credentials.broker" . }}
{{- end }}
