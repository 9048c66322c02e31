package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.StepEvent;
import dev.cutover.rehearse.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Systems that are steered by steps of every kind, and what is said when one of them fails, hangs or never comes true. */
class StepsTest extends ScriptedRehearsal {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyKindOfStepLeadsThere() {
        for (String point : List.of("reload 0 %", "reload 100 %", "write edge.conf for dual", "update to new")) {
            world().at(point, () -> done.add(point));
        }
        rehearse(steered("""
                - { in: edge, write: edge.conf }
                - { in: edge, run: [reload, '${percent}', '%'] }
                - { component: old-db, database: shop, sql: 'update to ${mode}' }
                - { until: { component: old-db, database: shop, sql: 'mode ${mode}', is: 'mode ${mode}' } }
                - { until: { get: sync.http/bootstrap, at: /copied, is: 7 } }
                - { until: { get: sync.http/bootstrap, body: '"copied":([0-9])', is: 7 } }
                """));
        assertThat(done)
                .containsExactly(
                        "write edge.conf for dual", "reload 0 %", "reload 100 %", "update to new", "reload 0 %");
    }

    @Test
    void whatNoStepKeepsIsNotKnown() {
        rehearse(steered("- { put: bridge.admin/routing, body: '${mode}' }"));
        assertThat(events(RoutingEvent.Effective.class)).hasSize(3).allSatisfy(change -> {
            assertThat(change.epoch()).isNull();
            assertThat(change.moves()).isEmpty();
            assertThat(change.moved()).isNull();
        });
    }

    @Test
    void movesMayBeCountedOnly() {
        rehearse(steered("- { put: bridge.admin/routing, body: '${mode}', keep: { moves: /epoch } }"));
        assertThat(events(RoutingEvent.Effective.class)).hasSize(3).allSatisfy(change -> {
            assertThat(change.moves()).isEmpty();
            assertThat(change.moved()).isNotNull().isPositive();
        });
    }

    @Test
    void whatAStepKeepsTheNextMayUse() {
        world().at("epoch 1", () -> done.add("epoch 1"));
        rehearse(steered("""
                - { put: bridge.admin/routing, body: '"${mode}"', keep: { epoch: /epoch } }
                - { component: old-db, database: shop, sql: 'epoch ${epoch}' }
                """));
        assertThat(done).containsExactly("epoch 1");
        assertThat(events(RoutingEvent.Effective.class).getFirst().epoch()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { in: edge, run: [break] } | step 2 of 'switch': break in edge: expected exit code 0, found 1; its last output: no such host
            { in: edge, run: [hang], within: 90 ms } | step 2 of 'switch': hang in edge: did not end within 90 ms; its last output: hangs
            { in: edge, write: broken } | step 2 of 'switch': file broken of edge: java.lang.IllegalStateException: no template
            { put: bridge.admin/refuse } | step 2 of 'switch': PUT bridge.admin/refuse: expected status 2xx, found 404
            { put: bridge.admin/routing, status: [204] } | step 2 of 'switch': PUT bridge.admin/routing: expected status [204], found 200 {"epoch":
            { put: bridge.admin/routing, keep: { epoch: /epok } } | step 2 of 'switch': PUT bridge.admin/routing: the answer must have something at /epok, to be kept as 'epoch'
            { get: bridge.admin/comparisons, within: 20 ms } | step 2 of 'switch': GET bridge.admin/comparisons: java.io.IOException: no answer within 20 ms
            { component: old-db, database: shop, sql: "it's ${seed} ${word}" } | step 2 of 'switch': SQL on old-db: the value of ${word} must be letters
            { until: { get: bridge.admin/routing, at: /moves, is: ok }, within: 2 s } | step 2 of 'switch': waiting for a value: expected 'ok' within 2.0 s; last seen: '[]'
            { until: { get: bridge.admin/routing, body: '"epoch":(x)', is: ok }, within: 2 s } | last seen: nothing by '"epoch":(x)' in the body in 200 {"epoch":
            { until: { get: bridge.admin/refuse, is: ok }, within: 2 s } | last seen: bridge.admin/refuse answered 404
            { until: { get: bridge.admin/routing, at: /moves, is: ok }, fails: ['[]'] } | step 2 of 'switch': waiting for a value: expected 'ok' but found '[]', at which waiting is over: {"epoch":
            """)
    void aStepThatFails(String step, String message) {
        world().at("break", () -> {
            throw new IllegalStateException("no such host");
        });
        world().at("hang", () -> {
            throw new IllegalStateException("hangs");
        });
        world().at("write broken for dual", () -> {
            throw new IllegalStateException("no template");
        });
        if (step.contains("get: bridge.admin/comparisons")) {
            world().at("comparisons", world()::waitUntilOver);
        }
        rehearse(steered("- { get: bridge.admin/routing, keep: { word: /moves } }\n- " + step));
        assertThat(events(RoutingEvent.Refused.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.detail()).contains(message));
    }

    @Test
    void aPhaseMayNameItsOwnWay() {
        world().at("first", () -> done.add("first"));
        world().at("second", () -> done.add("second"));
        String control = ScriptedPlan.CONTROL.replace("bootstrap: [copy]", """
                  one: [{ component: old-db, database: shop, sql: first }]
                  two: [{ component: old-db, database: shop, sql: second }]
                bootstrap: [copy]""");
        rehearse(ScriptedPlan.plan(control, ScriptedPlan.sentinels(), ScriptedPlan.phases("one", "two")));
        assertThat(done).containsExactly("first", "second");
        assertThat(recorded()).contains("Effective OLD", "Observed old-rollback");
    }

    @Test
    void aPointIsArmedByTheStepsOfItsComponent() throws InterruptedException {
        world().at("arm held for 42", () -> done.add("armed"));
        String control = ScriptedPlan.CONTROL.replace("bootstrap: [copy]", """
                  arm: [{ component: old-db, database: shop, sql: 'arm ${point} for ${seed}' }]
                crash: { bridge: { arm: [arm], moving: [held] } }
                bootstrap: [copy]""");
        Plan plan = ScriptedPlan.plan(control);

        Controls.of(plan.control(), world(), world(), 42).crash("bridge", "held");

        assertThat(done).containsExactly("armed");
    }

    @Test
    void aBootstrapThatWasForgottenIsAskedForAgain() {
        AtomicInteger asked = new AtomicInteger();
        world().at("bootstrap", () -> {
            switch (asked.incrementAndGet()) {
                case 1, 4 -> throw new IllegalStateException("down"); // who asks for it is refused
                case 3 -> throw new IllegalStateException("{\"state\":\"idle\"}");
                default -> {}
            }
        });
        rehearse();
        assertThat(events(StepEvent.Ended.class))
                .anySatisfy(step -> assertThat(step.detail()).isEqualTo("copied 7"));
        assertThat(asked).hasValue(6);
    }

    private Plan steered(String steps) {
        String control = ScriptedPlan.CONTROL;
        int from = control.indexOf("    - { put: bridge.admin/routing");
        int to = control.indexOf("bootstrap: [copy]");
        return ScriptedPlan.plan(control.substring(0, from) + steps.indent(4) + control.substring(to));
    }
}
