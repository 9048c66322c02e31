# What is done often; each line is a command that can be typed as well.
MAVEN := $(shell command -v mvn > /dev/null && echo mvn || echo ./mvnw) -ntp
TEST ?=
MODULE ?=
PACKAGE ?=
PLAN ?= reference
ROUNDS ?= 3

.DEFAULT_GOAL := help
.PHONY: help quick test format lint verify nightly proof mutation rehearse bridges simulate validate doctor gate bench-bridge bench-environment bench-cost bench-checks images distribution reproducible sbom clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile

quick: ## compiles, and runs the tests that start no process, server, database or broker
	$(MAVEN) -Pquick test

test: ## one test: TEST=Class or Class#method; in one module: MODULE=chaos
	@test -n "$(TEST)" || { echo "say which: make test TEST=ShareTest" >&2; exit 3; }
	$(MAVEN) test $(if $(MODULE),-pl $(MODULE) -am) -Dtest='$(TEST)' -Dsurefire.failIfNoSpecifiedTests=false

format: ## formats Java, poms and shell scripts
	$(MAVEN) -q -pl '!ci/bom' spotless:apply
	ci/lint --fix

lint: ## shellcheck and shfmt on every script
	ci/lint

verify: ## everything, with one full rehearsal and two broken bridges; needs the machine alone
	$(MAVEN) verify

nightly: ## that, and the rehearsals that a build has no time for
	$(MAVEN) -q -f scenarios/examples/naive-bridge/gateway/pom.xml package
	$(MAVEN) -Pnightly verify

proof: ## a million random histories for each checker against brute force, and a tenth of it changed without a meaning; long
	$(MAVEN) test -pl harness/judge -am -Dtest='*DifferentialTest,MetamorphicTest' -Dcutover.worlds=1000000 -Dsurefire.failIfNoSpecifiedTests=false

mutation: ## changes each line of record and judge, and tells which change no test notices; long; PACKAGE=dev.cutover.judge.gate
	ci/mutation $(if $(PACKAGE),-DtargetClasses='$(PACKAGE).*' -DmutationThreshold=0)

rehearse: ## a rehearsal: PLAN=reference
	./cutover rehearse $(PLAN)

validate: ## whether a plan is right, without starting anything: PLAN=reference
	./cutover validate $(PLAN)

bridges: ## the bridges with a seeded defect, and what must catch each: PLAN=reference
	./cutover bridges $(PLAN)

simulate: ## a plan's phases in memory, 10,000 times: PLAN=reference
	./cutover simulate $(PLAN) --schedules 10000

doctor: ## what is there, what is missing, what to do
	./cutover doctor

gate: ## a rehearsal as CI does it, kept in gate-output/
	ci/gate $(PLAN)

bench-bridge: ## a request through the bridge beside nginx and Spring Cloud Gateway
	$(MAVEN) -q -DskipTests package
	ROUNDS=$(ROUNDS) ci/benchmarks/bridge/run

bench-environment: ## how long an environment takes until it is up
	ci/benchmarks/environment-up $(ROUNDS)

bench-cost: ## what the testbed itself costs for each operation, with kept connections and without
	ci/benchmarks/own-cost $(ROUNDS)

bench-checks: ## all checkers over 1 million operations, and Porcupine on the same histories if there is Go
	$(MAVEN) -q -DskipTests package
	ci/benchmarks/checks

images: ## the images that are not ours, where no registry can be reached
	$(MAVEN) -q -DskipTests package
	ci/images/build-local

distribution: ## what a repository of yours needs to rehearse: ci/distribution/target/cutover-VERSION.tar.gz
	$(MAVEN) -q -DskipTests package

reproducible: ## builds the last commit twice and compares what would be published, byte for byte; long
	ci/reproducible

sbom: ## what all modules are made of, as CycloneDX: target/bom.json
	$(MAVEN) -q -Psbom -DskipTests package

clean: ## what the build made; runs/ and .cutover/ stay
	$(MAVEN) -q clean
