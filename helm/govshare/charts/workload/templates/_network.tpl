{{/*
The network flows of a service: what is not named here is refused.
Takes a dictionary:
  context  the sub-chart's context
  from     list of "ingressController" or names of services that call this one
  to       list of "database", "broker", "identity" or names of services that this one calls
  extra    list of {peers, port}: further destinations outside the chart
*/}}
{{- define "workload.networkPolicy" -}}
{{- $context := .context -}}
{{- $network := .context.Values.global.network -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "workload.name" $context }}
  labels:
    {{- include "workload.labels" $context | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "workload.selector" $context | nindent 6 }}
  policyTypes:
    - Ingress
    - Egress
  {{- $callers := .from | default list }}
  {{- if $context.Values.global.metrics.serviceMonitor.enabled }}
  {{- $callers = append $callers "metrics" }}
  {{- end }}
  {{- if $callers }}
  ingress:
    {{- range $callers }}
    - from:
        {{- if has . (list "ingressController" "metrics") }}
        {{- toYaml (get $network .).peers | nindent 8 }}
        {{- else }}
        - podSelector:
            matchLabels:
              {{- include "workload.selectorOf" (dict "context" $context "service" .) | nindent 14 }}
        {{- end }}
      ports:
        - port: http
          protocol: TCP
    {{- end }}
  {{- else }}
  ingress: []
  {{- end }}
  egress:
    - to:
        {{- toYaml $network.dns.peers | nindent 8 }}
      ports:
        - port: {{ $network.dns.port }}
          protocol: UDP
        - port: {{ $network.dns.port }}
          protocol: TCP
    {{- range .to }}
    - to:
        {{- if has . (list "database" "broker" "identity") }}
        {{- toYaml (get $network .).peers | nindent 8 }}
        {{- else }}
        - podSelector:
            matchLabels:
              {{- include "workload.selectorOf" (dict "context" $context "service" .) | nindent 14 }}
        {{- end }}
      ports:
        {{- if has . (list "database" "broker" "identity") }}
        - port: {{ (get $network .).port }}
        {{- else }}
        - port: {{ include "workload.portOf" . }}
        {{- end }}
          protocol: TCP
    {{- end }}
    {{- range .extra }}
    - to:
        {{- toYaml .peers | nindent 8 }}
      ports:
        - port: {{ .port }}
          protocol: TCP
    {{- end }}
{{- end }}
