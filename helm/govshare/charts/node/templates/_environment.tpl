{{/*
An agent's nodes, their accounts at the broker, keys and data sources are in one file, because
passwords are among them; it comes from a Secret and is read beside these variables.
*/}}
{{- define "node.environment" -}}
{{ include "workload.environment.broker" . }}
GOVSHARE_NODE_STATE_DIRECTORY: "/var/lib/govshare"
{{- end }}

{{- define "node.credentials" -}}
{{- end }}
