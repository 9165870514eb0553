{{- define "catalog.environment" -}}
{{ include "workload.environment.database" . }}
{{ include "workload.environment.broker" . }}
{{ include "workload.environment.identity" . }}
{{- if .Values.portalUrl }}
PORTAL_URL: {{ .Values.portalUrl | quote }}
GOVSHARE_DCAT_PORTAL_URL: {{ .Values.portalUrl | quote }}
{{- end }}
{{- with .Values.email }}
{{- if .enabled }}
SMTP_HOST: {{ .host | quote }}
SMTP_PORT: {{ int .port | quote }}
SMTP_FROM: {{ .from | quote }}
SMTP_START_TLS: {{ ternary "DISABLED" .startTls .tls | quote }}
SMTP_TLS: {{ .tls | quote }}
{{- end }}
{{- end }}
{{- with .Values.dcat }}
{{- range $name, $value := dict "BASE_URL" .baseUrl "INTERFACE_URL" .interfaceUrl "LICENCE" .licence "TITLE" .title "DESCRIPTION" .description "PUBLISHER_CODE" .publisher.code "PUBLISHER_NAME" .publisher.name }}
{{- if $value }}
GOVSHARE_DCAT_{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "catalog.credentials" -}}
{{ include "workload.credentials.database" . }}
{{ include "workload.credentials.broker" . }}
{{- with .Values.email }}
{{- if and .enabled .credentials.secretName }}
{{ include "workload.credential" (dict "variable" "SMTP_USERNAME" "secret" .credentials.secretName "key" .credentials.usernameKey) }}
{{ include "workload.credential" (dict "variable" "SMTP_PASSWORD" "secret" .credentials.secretName "key" .credentials.passwordKey) }}
{{- end }}
{{- end }}
{{- end }}
