{{/*
The environment of a service. What may be read by anybody is in its ConfigMap; user names and
passwords come from Secrets that exist beforehand. A sub-chart <name> defines "<name>.environment"
(YAML map of plain values) and "<name>.credentials" (YAML list of variables taken from Secrets).
*/}}

{{- define "workload.environment" -}}
{{- $own := include "workload.environment.own" . -}}
{{- $own -}}
{{- range $name, $value := .Values.settings }}
{{- if hasKey (fromYaml $own) $name }}
{{- fail (printf "%s.settings.%s: the chart sets this itself, from its other values" $.Chart.Name $name) }}
{{- end }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "workload.environment.own" -}}
QUARKUS_HTTP_HOST: "0.0.0.0"
QUARKUS_HTTP_PORT: {{ include "workload.portOf" .Chart.Name | quote }}
# Requests under way are finished before the process ends; below the pod's grace period.
QUARKUS_SHUTDOWN_TIMEOUT: "20s"
JAVA_TOOL_OPTIONS: {{ .Values.jvmOptions | quote }}
{{ include (printf "%s.environment" .Chart.Name) . }}
{{- end }}

{{/* Where the service's own database is, for its reactive client and for its migrations. */}}
{{- define "workload.environment.database" -}}
{{- $server := .Values.global.database -}}
{{- $address := printf "%s:%d/%s" $server.host (int $server.port) .Values.database.name -}}
{{- $query := printf "sslmode=%s" $server.sslMode -}}
QUARKUS_DATASOURCE_REACTIVE_URL: {{ printf "postgresql://%s?%s" $address $query | quote }}
{{- if hasPrefix "verify-" $server.sslMode }}
QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM: "true"
QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS: {{ include "workload.trust.file" . | quote }}
{{- if eq $server.sslMode "verify-full" }}
QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM: "HTTPS"
{{- end }}
{{- $query = printf "%s&sslrootcert=%s" $query (include "workload.trust.file" .) }}
{{- end }}
QUARKUS_DATASOURCE_JDBC_URL: {{ printf "jdbc:postgresql://%s?%s" $address $query | quote }}
{{- end }}

{{- define "workload.environment.broker" -}}
AMQP_HOST: {{ .Values.global.broker.host | quote }}
AMQP_PORT: {{ int .Values.global.broker.port | quote }}
AMQP_USE_SSL: {{ .Values.global.broker.tls | quote }}
{{- end }}

{{- define "workload.environment.identity" -}}
QUARKUS_OIDC_AUTH_SERVER_URL: {{ .Values.global.identity.issuerUrl | quote }}
{{- if .Values.global.trust.configMap }}
QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME: "platform"
QUARKUS_TLS_PLATFORM_TRUST_STORE_PEM_CERTS: {{ include "workload.trust.file" . | quote }}
{{- end }}
{{- end }}

{{- define "workload.credentials.database" -}}
{{ include "workload.credential" (dict "variable" "QUARKUS_DATASOURCE_USERNAME" "secret" .Values.database.credentials.secretName "key" .Values.database.credentials.usernameKey) }}
{{ include "workload.credential" (dict "variable" "QUARKUS_DATASOURCE_PASSWORD" "secret" .Values.database.credentials.secretName "key" .Values.database.credentials.passwordKey) }}
{{- end }}

{{- define "workload.credentials.broker" -}}
{{ include "workload.credential" (dict "variable" "AMQP_USERNAME" "secret" .Values.broker.credentials.secretName "key" .Values.broker.credentials.usernameKey) }}
{{ include "workload.credential" (dict "variable" "AMQP_PASSWORD" "secret" .Values.broker.credentials.secretName "key" .Values.broker.credentials.passwordKey) }}
{{- end }}

{{- define "workload.credential" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end }}

{{/* The file with the certificates of the authorities that the platform trusts. */}}
{{- define "workload.trust.file" -}}
/etc/govshare/trust/ca.crt
{{- end }}

{{- define "workload.configMap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "workload.name" . }}
  labels:
    {{- include "workload.labels" . | nindent 4 }}
data:
  {{- include "workload.environment" . | nindent 2 }}
{{- end }}
