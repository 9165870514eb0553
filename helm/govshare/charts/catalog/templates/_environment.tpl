{{- define "catalog.environment" -}}
{{ include "workload.environment.database" . }}
{{ include "workload.environment.broker" . }}
{{ include "workload.environment.identity" . }}
{{- end }}

{{- define "catalog.credentials" -}}
{{ include "workload.credentials.database" . }}
{{ include "workload.credentials.broker" . }}
{{- end }}
