{{/*
The objects of a stateless service. Each takes the context of the sub-chart.
*/}}

{{- define "workload.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "workload.name" . }}
  labels:
    {{- include "workload.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas }}
  revisionHistoryLimit: 5
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels:
      {{- include "workload.selector" . | nindent 6 }}
  template:
    {{- include "workload.pod" (dict "context" .) | nindent 4 }}
{{- end }}

{{- define "workload.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "workload.name" . }}
  labels:
    {{- include "workload.labels" . | nindent 4 }}
spec:
  type: ClusterIP
  selector:
    {{- include "workload.selector" . | nindent 4 }}
  ports:
    - name: http
      port: {{ include "workload.portOf" .Chart.Name }}
      targetPort: http
      protocol: TCP
{{- end }}

{{- define "workload.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "workload.name" . }}
  labels:
    {{- include "workload.labels" . | nindent 4 }}
automountServiceAccountToken: false
{{- end }}

{{- define "workload.disruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "workload.name" . }}
  labels:
    {{- include "workload.labels" . | nindent 4 }}
spec:
  # With one replica a drain goes on; with more, all but one stay.
  maxUnavailable: 1
  selector:
    matchLabels:
      {{- include "workload.selector" . | nindent 6 }}
{{- end }}

{{/* The cluster needs the Prometheus operator's definitions for this one, so it is off by default. */}}
{{- define "workload.serviceMonitor" -}}
{{- $monitor := .Values.global.metrics.serviceMonitor -}}
{{- if $monitor.enabled -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ include "workload.name" . }}
  labels:
    {{- include "workload.labels" . | nindent 4 }}
    {{- with $monitor.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  selector:
    matchLabels:
      {{- include "workload.selector" . | nindent 6 }}
  endpoints:
    - port: http
      path: /q/metrics
      interval: {{ $monitor.interval }}
{{- end }}
{{- end }}
