{{- define "monitoring.environment" -}}
{{ include "workload.environment.database" . }}
{{ include "workload.environment.broker" . }}
{{ include "workload.environment.identity" . }}
{{- end }}

{{- define "monitoring.credentials" -}}
{{ include "workload.credentials.database" . }}
{{ include "workload.credentials.broker" . }}
{{- end }}
