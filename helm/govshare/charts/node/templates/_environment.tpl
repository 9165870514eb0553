{{/*
An agent's nodes, their accounts at the broker, keys and data sources are in one file, because
passwords are among them; it comes from a Secret and is read beside these variables.
*/}}
{{- define "node.environment" -}}
{{- if .Values.global.broker.tls }}
{{- fail "node.enabled with global.broker.tls: the agent of this version does not encrypt its connection to the broker; let it run beside the broker, or leave one of the two off" }}
{{- end -}}
AMQP_HOST: {{ .Values.global.broker.host | quote }}
AMQP_PORT: {{ int .Values.global.broker.port | quote }}
GOVSHARE_NODE_CONFIG: "/etc/govshare/agent/application.properties"
GOVSHARE_AGENT_STATE_DIRECTORY: "/var/lib/govshare/state"
{{- end }}

{{- define "node.credentials" -}}
{{- end }}
