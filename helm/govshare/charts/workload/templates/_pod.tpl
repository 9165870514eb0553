{{/*
The pod of a service, under the "restricted" pod security standard.
Takes a dictionary: context, and optionally mounts and volumes (YAML lists).
*/}}
{{- define "workload.pod" -}}
{{- $context := .context -}}
{{- $mounts := .mounts -}}
{{- $volumes := .volumes -}}
{{- with $context -}}
metadata:
  labels:
    {{- include "workload.labels" . | nindent 4 }}
  annotations:
    # New settings are new pods.
    checksum/config: {{ include "workload.environment" . | sha256sum }}
spec:
  serviceAccountName: {{ include "workload.name" . }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: 40
  securityContext:
    runAsNonRoot: true
    runAsUser: 1001
    runAsGroup: 1001
    fsGroup: 1001
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  {{- with .Values.global.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  {{- with .Values.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  {{- with .Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  topologySpreadConstraints:
    {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "workload.selector" $context | nindent 10 }}
    {{- end }}
  containers:
    - name: {{ .Chart.Name }}
      image: {{ include "workload.image" . | quote }}
      imagePullPolicy: {{ .Values.global.image.pullPolicy }}
      ports:
        - name: http
          containerPort: {{ include "workload.portOf" .Chart.Name }}
          protocol: TCP
      envFrom:
        - configMapRef:
            name: {{ include "workload.name" . }}
      {{- with include (printf "%s.credentials" .Chart.Name) . | trim }}
      env:
        {{- . | nindent 8 }}
      {{- end }}
      startupProbe:
        httpGet:
          path: /q/health/started
          port: http
        periodSeconds: 2
        timeoutSeconds: 2
        failureThreshold: 60
      livenessProbe:
        httpGet:
          path: /q/health/live
          port: http
        periodSeconds: 10
        timeoutSeconds: 3
        failureThreshold: 3
      readinessProbe:
        httpGet:
          path: /q/health/ready
          port: http
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 3
      lifecycle:
        preStop:
          # Endpoints forget the pod before it stops answering.
          sleep:
            seconds: 5
      resources:
        {{- toYaml .Values.resources | nindent 8 }}
      securityContext:
        runAsNonRoot: true
        allowPrivilegeEscalation: false
        privileged: false
        readOnlyRootFilesystem: true
        capabilities:
          drop:
            - ALL
        seccompProfile:
          type: RuntimeDefault
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        {{- if .Values.global.trust.configMap }}
        - name: trust
          mountPath: /etc/govshare/trust
          readOnly: true
        {{- end }}
        {{- with $mounts }}
        {{- . | nindent 8 }}
        {{- end }}
  volumes:
    - name: tmp
      emptyDir:
        sizeLimit: 128Mi
    {{- with .Values.global.trust.configMap }}
    - name: trust
      configMap:
        name: {{ . }}
        items:
          - key: {{ $context.Values.global.trust.key }}
            path: ca.crt
    {{- end }}
    {{- with $volumes }}
    {{- . | nindent 4 }}
    {{- end }}
{{- end }}
{{- end }}
