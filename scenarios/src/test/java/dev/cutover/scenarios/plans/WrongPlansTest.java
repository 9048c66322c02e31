package dev.cutover.scenarios.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.rehearse.plan.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped plan with one thing wrong each; its line is found by what is there, not counted by hand. */
class WrongPlansTest {

    private static final Path PLANS = Path.of("plans");

    @TempDir
    private Path directory;

    @BeforeEach
    void copyTheEnvironment() throws IOException {
        Files.createDirectory(directory.resolve("environments"));
        Files.copy(environment(PLANS), environment(directory));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: reference | name: ../../x | 'name' must be letters, digits, '-', '_' and '.'
            name: reference | title: reference | the file lacks key 'name'
            households: 7000 | houses: 7000 | 'parameters.houses' is no parameter of the environment; there are: households
            operations-per-second: 160 | operation-per-second: 160 | 'load.operation-per-second' is no known key, did you mean 'operations-per-second'?
            operations-per-second: 160 | operations-per-second: 9000 | 'load.operations-per-second' must lie between 0 and 5000 but is 9000.0
            operations-per-second: 160 | operations-per-second: many | 'load.operations-per-second' must be a number
            at-most: 8 min | at-most: 8 | 'load.at-most' must be a duration with its unit, such as 300 ms, 2 s or 5 min but is '8'
            at-most: 8 min | at-most: 0 s | 'load.at-most' must be longer than nothing
            post: sync.http/bootstrap | post: snyc.http/bootstrap | 'control.steps.start.0.post' goes to 'snyc', which is no component, did you mean 'sync'?
            post: sync.http/bootstrap | post: sync.htpp/bootstrap | 'control.steps.start.0.post' goes to port 'htpp', which is no port of 'sync', did you mean 'http'?
            post: sync.http/bootstrap | post: /bootstrap | 'control.steps.start.0.post' must be component.port/path
            post: sync.http/bootstrap | in: snyc, run: [copy] | 'control.steps.start.0.in' is 'snyc', which is no component, did you mean 'sync'?
            post: sync.http/bootstrap | in: sync, run: ['${link sync->odl}'] | 'control.steps.start.0.run.0' uses ${link sync->odl}, which stands for nothing here, did you mean 'link sync->old'?
            post: sync.http/bootstrap | component: kafka, database: old, sql: vacuum | 'control.steps.start.0.component' is 'kafka', which is no database
            ask: start | ask: strat | 'control.steps.copy.0.ask' is 'strat', which is no list of 'control.steps', did you mean 'start'?
            ask: start | ask: copy | 'control.steps.copy.0.ask' is 'copy', which waits with 'until' itself
            at: /state, is: done | at: /state | 'control.steps.copy.0.until' lacks key 'is'
            at: /state | at: state | 'control.steps.copy.0.until.at' must be a JSON pointer such as /epoch, but is 'state'
            - put: bridge.admin | - putt: bridge.admin | 'control.steps.switch.0' must have exactly one of the keys get, post, put, delete
            body: '{"mode" | bdoy: '{"mode" | 'control.steps.switch.0.bdoy' is no known key, did you mean 'body'?
            "newShare":${share} | "newShare":${shrae} | 'control.steps.switch.0.body' uses ${shrae}, which stands for nothing here, did you mean 'share'?
            keep: { epoch: /epoch | keep: { mode: /epoch | 'control.steps.switch.0.keep.mode' is the name of a value that there is already
            bootstrap: [copy] | bootstrap: [cpoy] | 'control.bootstrap.0' is 'cpoy', which is no list of 'control.steps', did you mean 'copy'?
            at: /old-to-new/seconds | at: /old-to-new/seconds, is: 0 | 'control.lag.old-to-new.is' belongs to 'until'
            `, ask: [ask-customer, ask-orders, ask-at-length]` | `` | 'phases.dual.canary.ask' must name a list of 'control.steps'
            at: 1 s, plant: [plant] | at: 1 s, plant: [plnt] | 'phases.dual.canary.plant.0' is 'plnt', which is no list of 'control.steps', did you mean 'plant'?
            get: bridge.admin/comparisons | get: bridge.admin/comparisons, at: /all | 'control.comparisons' must be a whole answer by HTTP
            mode: dual | mode: dual, by: [swich] | 'phases.dual.route.by.0' is 'swich', which is no list of 'control.steps', did you mean 'switch'?
            request-lost: 5 | reqest-lost: 5 | 'hazards.reqest-lost' is no hazard that can be counted, did you mean 'request-lost'?
            request-lost: 5 | request-lost: 0 | 'hazards.request-lost' must be 1 or more but is 0
            request-lost: 5 | request-lost: some | 'hazards.request-lost' must be a whole number
            within: 40 s | within: soon | 'control.within' must be a duration
            `    component: old-db` | `    component: kafka` | 'observe.old.component' is 'kafka', which is no database
            `    database: old` | `    database: odl` | 'observe.old.database' is 'odl', which is no database of 'old-db', did you mean 'old'?
            `    applied:` | `    applyed:` | 'observe.old.applyed' is no known key, did you mean 'applied'?
            only-clients: true | sqll: select 1 | 'observe.old.applied.ledger.sqll' is no known key, did you mean 'sql'?
            only-clients: true | only-client: true | 'observe.old.applied.ledger.only-client' is no known key, did you mean 'only-clients'?
            `      customer: >-` | `      custmer: >-` | 'observe.old.entities.custmer' is read of old only, so it would never be compared; read it of new under the same name, did you mean 'customer'?
            `  new:` | `  neu:` | 'observe.neu' is no role of a system, did you mean 'new'?
            log: payments/effects.jsonl | log: ../effects.jsonl | 'effects.charges.log' must be a file below the run's 'observed'
            of: [pay-order] | of: [place-order] | 'effects.charges.of.0' is 'place-order', which is no operation of role effect
            log: payments/effects.jsonl | component: old-db, database: odl, sql: select 1 as operation | 'effects.charges.database' is 'odl', which is no database of 'old-db', did you mean 'old'?
            log: payments/effects.jsonl | wiremock: { component: payment, request: { post: /charges }, operation: { header: Id } } | 'effects.charges.wiremock' goes to 'payment', which is no component, did you mean 'payments'?
            log: payments/effects.jsonl | wiremock: { component: payments, request: { post: /charges }, operation: { path: 0 } } | 'effects.charges.wiremock.operation.path' must be a part of the path
            log: payments/effects.jsonl | wiremock: { component: payments, request: { post: /charges, body: x }, operation: { header: Id } } | 'effects.charges.wiremock.request.body' tells no request from another
            topic: sync.old-to-new, | topic: sync.old-to-now, | 'streams.old-to-new.topic' is 'sync.old-to-now', which is no topic of 'kafka', did you mean 'sync.old-to-new'?
            topic: sync.old-to-new, from: old | topic: sync.old-to-new, from: odl | 'streams.old-to-new.from' is no system that is read, did you mean 'old'?
            from: old, operation: /operation | from: old, of: [read-customer], operation: /operation | 'streams.old-to-new.of.0' is 'read-customer', which leaves no row in that system
            operation: /operation, ordered: true, echoes: 0% | operation: /operation, echoes: 200% | 'streams.old-to-new.echoes' must be between 0 and 1
            at-most: 3 | at-most: 0.5 | 'streams.old-to-new.at-most' must be 1 or more but is 0.5
            topic: sync.dead-letters | topic: sync.dead-leters | 'dead-letters.topic' is 'sync.dead-leters', which is no topic of 'kafka', did you mean 'sync.dead-letters'?
            stream: new-to-old | stream: old-to-new | 'sentinels.old-to-new.stream' is there twice
            'cutover-marker', '${sentinel}' | 'cutover-marker', '${sentinal}' | 'sentinels.old-to-new.send.sql' uses ${sentinal}, which stands for nothing, did you mean 'sentinel'?
            'cutover-marker', '${sentinel}' | 'cutover-marker', 'x' | 'sentinels.old-to-new.send.sql' must hold ${sentinel} or ${sentinel number}
            component: kafka, topic: prices | component: kafka, topic: prizes | 'sentinels.prices.send.topic' is 'prizes', which is no topic of 'kafka', did you mean 'prices'?
            component: kafka, topic | component: old, topic | 'sentinels.prices.send.component' is 'old', which is no Kafka broker
            component: kafka, topic: prices, value | component: kafka, value | 'sentinels.prices.send' lacks key 'topic'
            mode: dual | mode: duel | 'phases.dual.route.mode' is 'duel', did you mean 'dual'? expected one of: old, dual, split, new
            mode: split, new-share: 0.1 | mode: split | 'phases.ten-percent.route.mode' split needs a 'new-share' above 0, such as 0.1
            new-share: 0.5 | new-share: 150% | 'phases.half.route.new-share' must lie between 0 and 1 but is 1.5
            mode: dual | mode: dual, new-share: 0.2 | 'phases.dual.route.new-share' belongs to mode split
            - name: half | - name: dual | 'phases.dual.name' is there twice
            - name: half | - name: ha/lf | 'phases.ha/lf.name' must be letters
            route-after: 1 s | route-afer: 1 s | 'phases.rollback.route-afer' is no known key, did you mean 'route-after'?
            rollback: true | rollback: yes | 'phases.rollback.rollback' must be true or false but is 'yes'
            bootstrap: true | rollback: true | 'phases.bootstrap.rollback' needs a 'route' to go back to
            bootstrap: true | route-after: 1 s | 'phases.bootstrap.route-after' needs a 'route' that comes after it
            limits: { unknown: 0 } | limits: { unknwon: 0 } | 'phases.dual.limits.unknwon' is no known key, did you mean 'unknown'?
            limits: { unknown: 0 } | limits: { unknown: -1 } | 'phases.dual.limits.unknown' must be 0 or more but is -1
            fault: freeze | fault: frezee | 'phases.half.faults.1.fault' is 'frezee', which is no fault, did you mean 'freeze'?
            `fault: freeze, ` | `` | 'phases.half.faults.1.fault' is '', which is no fault
            on: bridge->old | on: bridge->odl | 'phases.ten-percent.faults.0.on' is 'bridge->odl', but request-lost happens to a link, did you mean 'bridge->old'?
            on: bridge->old | on: bridge | 'phases.ten-percent.faults.0.on' is 'bridge', but request-lost happens to a link
            on: sync, at: 9 s | on: snyc, at: 9 s | 'phases.new-only.faults.2.on' is 'snyc', but kill happens to a component, did you mean 'sync'?
            at: 9 s, for: 500 ms | at: 20 s, for: 500 ms | 'phases.new-only.faults.2.at' is 20 s, but the phase may be over after
            at: 9 s, for: 500 ms | at: 9 s | 'phases.new-only.faults.2' lacks key 'for'
            at: 9 s, for: 500 ms | at: 9 s, for: 0 s | 'phases.new-only.faults.2.for' must be longer than nothing
            at: 9 s, for: 500 ms | at: 9 s, for: 500 | 'phases.new-only.faults.2.for' must be a duration
            { fault: kill, on: bridge, at: 4 s | { fault: crash, point: fence-aksed, on: bridge, at: 4 s | 'phases.second-cutover.faults.0.point' is 'fence-aksed', which is no point of 'control.crash.bridge', did you mean 'fence-asked'?
            { fault: kill, on: bridge, at: 4 s | { fault: crash, point: held, on: kafka, at: 4 s | 'phases.second-cutover.faults.0.on' is 'kafka', but nothing says how it is made to crash: 'control.crash' knows bridge, sync
            { fault: kill, on: bridge, at: 4 s | { fault: crash, point: held, within: 0 s, on: bridge, at: 4 s | 'phases.second-cutover.faults.0.within' must be longer than nothing
            arm: [arm-bridge] | arm: [arm-birdge] | 'control.crash.bridge.arm.0' is 'arm-birdge', which is no list of 'control.steps', did you mean 'arm-bridge'?
            arm: [arm-bridge] | arm: [] | 'control.crash.bridge.arm' must name the lists of steps that arm ${point}
            'bridge.admin/crash-points/${point}' | 'bridge.admin/crash-points/${piont}' | 'control.steps.arm-bridge.0.post' uses ${piont}, which stands for nothing here, did you mean 'point'?
            route: [insist] | route: [insits] | 'matrix.route.0' is 'insits', which is no list of 'control.steps', did you mean 'insist'?
            - phases: [dual] | - phases: [daul] | 'matrix.skip.0.phases.0' is 'daul', which is no phase of the plan, did you mean 'dual'?
            `    old-only:` | `    old-olny:` | 'matrix.chosen.old-olny' is no phase of the plan, did you mean 'old-only'?
            point: owner-durable | point: owner-durabel | 'matrix.chosen.new-only.0.point' is 'owner-durabel', which is no point of 'control.crash.bridge', did you mean 'owner-durable'?
            for: 4 s, delay: 20 ms | for: 4 s | 'phases.old-only.faults.0' lacks key 'delay'
            for: 4 s, delay: 20 ms | for: 4 s, dealy: 20 ms | 'phases.old-only.faults.0.dealy' is no known key, did you mean 'delay'? known keys: fault, on, at, for, delay, jitter, direction
            for: 4 s, delay: 20 ms | for: 4 s, delay: 20 | 'phases.old-only.faults.0.delay' must be a duration
            for: 4 s, delay: 20 ms | for: 4 s, delay: 0 ms | 'phases.old-only.faults.0.delay' must be 1 ms or more
            for: 4 s, delay: 20 ms | for: 4 s, delay: 2 ms, jitter: 3 ms | 'phases.old-only.faults.0.jitter' must not be longer than the delay
            for: 4 s, delay: 20 ms | for: 4 s, delay: 2 ms, direction: up | 'phases.old-only.faults.0.direction' is 'up'; expected one of: upstream, downstream, both
            acknowledged-per-phase: 300 | acknowledged-per-phase: 0 | 'limits.acknowledged-per-phase' must be 1 or more but is 0
            rollback-within: 30 s | rollback-within: 30 sec | 'limits.rollback-within' must be a duration
            start-lag: 500 ms | start-lag: 0 ms | 'limits.start-lag' must be longer than nothing
            start-lag: 500 ms | startlag: 500 ms | 'limits.startlag' is no known key, did you mean 'start-lag'?
            """)
    void are_refused_with_the_line_and_what_to_do(String text, String other, String message) throws IOException {
        String plan = Files.readString(PLANS.resolve("reference.yaml"));
        assertThat(plan).contains(text);
        int line = plan.substring(0, plan.indexOf(text)).split("\n", -1).length;
        Path file = write(plan.replaceFirst(
                Pattern.quote(text), Matcher.quoteReplacement(Objects.requireNonNullElse(other, ""))));

        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(PlanException.class, refused -> {
            Problem problem = refused.problems().getFirst();
            assertThat(problem.file()).isEqualTo(file.toString());
            assertThat(problem.message()).contains(message);
            assertThat(problem.line()).as(problem.toString()).isEqualTo(line);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${link old->kafka} | ${link old->kafak} | uses ${link old->kafak}, which stands for nothing, did you mean 'link old->kafka'?
            ${parameter households} | ${parameter houses} | uses ${parameter houses}, which stands for nothing
            bridge->old: old | bridge->old: odl | 'links.bridge->old' leads to 'odl', which is no component, did you mean 'old'?
            """)
    void are_refused_for_their_environment(String text, String other, String message) throws IOException {
        Path environment = environment(directory);
        String written = Files.readString(environment);
        int line = written.substring(0, written.indexOf(text)).split("\n", -1).length;
        Files.writeString(environment, written.replace(text, other));
        Path file = write(Files.readString(PLANS.resolve("reference.yaml")));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("reference.yaml:" + line + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            control.route=[] | 'phases.old-only.route' needs a way there: 'control.route', or 'by'
            control.bootstrap=[] | 'phases.bootstrap.bootstrap' needs 'control.bootstrap'
            control.steps.start=[] | 'control.steps.start' holds no step
            """)
    void are_refused_for_what_nothing_leads_to(String setting, String message) {
        Path reference = PLANS.resolve("reference.yaml");
        assertThatThrownBy(() -> new PlanReader(Faults.KINDS).read(reference, List.of(setting)))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message);
    }

    @Test
    void are_refused_with_all_that_is_wrong() throws IOException {
        Path file = write(Files.readString(PLANS.resolve("reference.yaml"))
                .replace("on: bridge->", "on: brigde->")
                .replace("topic: prices", "topic: prizes"));

        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        PlanException.class,
                        refused -> assertThat(refused.problems()).hasSize(11));
    }

    @Test
    void with_two_of_the_same_fault_on_one_target_at_a_time_are_refused() throws IOException {
        String kill = "- { fault: kill, on: sync, at: 9 s, for: 500 ms }";
        String plan = Files.readString(PLANS.resolve("reference.yaml"));

        assertThatThrownBy(() -> read(write(plan.replace(kill, kill + "\n      " + kill))))
                .hasMessageContaining("comes while the same fault is on the same target (new-only-3)");
    }

    private static Path environment(Path plans) {
        return plans.resolve("environments").resolve("reference.yaml");
    }

    private Path write(String plan) throws IOException {
        return Files.writeString(directory.resolve("plan.yaml"), plan);
    }

    private static void read(Path file) {
        new PlanReader(Faults.KINDS).read(file, List.of());
    }
}
