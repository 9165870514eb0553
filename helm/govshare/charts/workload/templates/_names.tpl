{{/*
Names, labels and images. Every template takes the context of the sub-chart that calls it.
*/}}

{{/* Name of the objects of a service: <release>-<service>. */}}
{{- define "workload.name" -}}
{{- include "workload.nameOf" (dict "context" . "service" .Chart.Name) -}}
{{- end }}

{{/* Name of the objects of another service of the same release. */}}
{{- define "workload.nameOf" -}}
{{- printf "%s-%s" .context.Release.Name .service | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{/* The HTTP port of a service. These are part of the platform's interface and no setting. */}}
{{- define "workload.portOf" -}}
{{- get (dict "portal" "8080" "catalog" "8081" "exchange" "8082" "monitoring" "8083" "node" "8090") . | required (printf "no port is known for the service %s" .) -}}
{{- end }}

{{/* Labels that select the pods of a service. They never change between releases of the chart. */}}
{{- define "workload.selector" -}}
{{- include "workload.selectorOf" (dict "context" . "service" .Chart.Name) -}}
{{- end }}

{{- define "workload.selectorOf" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/instance: {{ .context.Release.Name }}
{{- end }}

{{/* Labels of every object of a service. */}}
{{- define "workload.labels" -}}
{{ include "workload.selector" . }}
app.kubernetes.io/part-of: govshare
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* The image: a digest wins over a tag, the tag defaults to the version of the application. */}}
{{- define "workload.image" -}}
{{- $image := .Values.image -}}
{{- with .Values.global.image.registry -}}{{ trimSuffix "/" . }}/{{- end -}}
{{- $image.repository -}}
{{- if $image.digest -}}@{{ $image.digest }}{{- else -}}:{{ default .Chart.AppVersion $image.tag }}{{- end -}}
{{- end }}
