# Thin: each target names one program. Override the variables on the command line,
# as in `make faults N=100 SEED=7`. `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

N    ?= 20
SEED ?= 1
MINUTES ?= 60
ROWS ?=
ROUNDS ?=
LIMITS ?=
FILE ?=
HEAD ?=
KEYS ?=

# A JDK of at least this release runs everything; the default one may be older.
JAVA_AT_LEAST := 21
JDK := $(shell services/standalone/find-jdk.sh $(JAVA_AT_LEAST))
export JAVA_HOME := $(JDK)
JAVA := $(JDK)/bin/java
MVN  ?= ./mvnw -B -ntp
export MAVEN_OPTS ?= --enable-native-access=ALL-UNNAMED

STANDALONE := $(JAVA) -XX:+UseSerialGC -Xmx256m -cp 'services/standalone/target/standalone/*' \
	org.govshare.standalone.Main
LAB := $(JAVA) -cp 'services/lab/target/*:services/lab/target/lab/lib/*' org.govshare.lab.Main

# What needs no fresh build must not wait for one.
IF_BUILT := test -d services/standalone/target/standalone || \
	{ echo "Nothing is built here, so nothing runs."; exit 0; };

.PHONY: verify
.PHONY: help build browser run start stop status demo test test-slow bench faults soak load-catalog clean-data screenshots

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

build: jdk-found ## package what has changed since it was packaged last
	@services/standalone/build.sh $(MVN)

run: build ## the whole platform in the foreground; Ctrl-C stops it
	@exec $(STANDALONE) run

start: build ## the whole platform in the background
	@$(STANDALONE) start

stop: jdk-found ## stop the platform; its data stay
	@$(IF_BUILT) $(STANDALONE) stop

status: jdk-found ## which parts of the platform run
	@$(IF_BUILT) $(STANDALONE) status

demo: build ## start the platform and do the main job through its public interfaces
	@$(STANDALONE) demo

clean-data: jdk-found ## forget the standalone platform's data
	@$(IF_BUILT) $(STANDALONE) clean-data

test: jdk-found browser ## every test but the slow tier
	$(MVN) verify -Dspotless.goal=check

test-slow: build ## the slow tier: a fault campaign of a hundred faults, thousands of damaged workbooks, fuzzed parsers
	$(LAB) faults 100 $(SEED)
	for parser in aFrameIsParsedOrRefused anAnswerIsParsedOrRefused aReceiptIsParsedOrRefused; do \
	  JAZZER_FUZZ=1 $(MVN) test -pl services/exchange-protocol -Dtest="FrameParserFuzzTest#$$parser" || exit 1; done
	$(MVN) test -pl services/catalog -am -Dtest=ImportFuzzTest -Dgovshare.fuzz.rounds=5000 \
	  -Dgovshare.fuzz.seed=$(SEED) -Dsurefire.failIfNoSpecifiedTests=false

bench: build ## benchmarks beside their baselines; ROWS=full-copy runs only those
	$(if $(or $(findstring vs-,$(ROWS)),$(if $(ROWS),,all)),$(MVN) -q -f services/lab/rivals/pom.xml package)
	$(LAB) bench $(ROWS)

faults: build ## the fault campaign: N faults from SEED; ROUNDS=capture,full only those; LIMITS=true times recoveries
	$(JAVA) $(if $(ROUNDS),-Dfaults.rounds=$(ROUNDS)) $(if $(LIMITS),-Dfaults.limits=$(LIMITS)) \
	  -cp 'services/lab/target/*:services/lab/target/lab/lib/*' org.govshare.lab.Main faults $(N) $(SEED)

soak: build ## MINUTES of increments with a fault every minute, memory and descriptors watched
	$(LAB) soak $(MINUTES) $(SEED)

verify: build ## check an exported chain of receipts: FILE=export HEAD=sequence:digest KEYS=file
	@test -n "$(FILE)" || { echo "name the export: make verify FILE=…" >&2; exit 2; }
	@$(JAVA) -jar services/verify/target/verify-*.jar '$(FILE)' $(if $(HEAD),--head '$(HEAD)') $(if $(KEYS),--keys '$(KEYS)')

load-catalog: build ## fill the running catalogue with a full-scale synthetic one
	@$(LAB) load-catalog

screenshots: build browser ## every page of the portal, as the demo left it, into docs/portal
	@$(STANDALONE) demo
	node services/portal/src/main/webui/scripts/screenshots.mjs $(CURDIR)/docs/portal

browser: ## install Debian's Chromium for the browser tests, if there is none and we may
	@services/system-tests/install-browser.sh

.PHONY: jdk-found
jdk-found:
	@test -n "$(JDK)" || { echo "No JDK $(JAVA_AT_LEAST) or newer found: install one (Debian: apt-get install openjdk-21-jdk-headless) or set JAVA_HOME" >&2; exit 1; }
