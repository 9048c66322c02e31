package dev.cutover.rehearse.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.cutover.environment.spec.Address;
import dev.cutover.rehearse.trial.Trial.Result;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Every part of a plan is tried once, and what is wrong is named")
class ExaminationTest extends Examined {

    @Test
    void what_is_right_is_told_in_the_order_of_a_rehearsal() throws Exception {
        examine(TinyPlan.PLAN);

        assertThat(told).allMatch(trial -> trial.result() == Result.OK);
        assertThat(told.stream().map(Trial::what))
                .containsSubsequence(
                        "keys",
                        "observe.old.applied.notes",
                        "observe.new.totals.sum",
                        "bootstrap by copy",
                        "background copy",
                        "who serves at the beginning",
                        "operation show on old",
                        "operation add on old",
                        "operation drop on old",
                        "observe.old.applied.notes shows by id at the beginning",
                        "observe.old.registers.name shows by id at the beginning",
                        "phase over: routing new by switch",
                        "who serves in phase over",
                        "observe.new.applied.notes shows by id in phase over, asked for before",
                        "operation add on new",
                        "phase back: routing old by switch",
                        "observe.old.applied.notes shows by id in phase back, asked for before",
                        "sentinel forward",
                        "entity account of both",
                        "total sum of both");
    }

    @ParameterizedTest
    @CsvSource({
        "old notes,             observe.old.applied.notes,            no column of that name",
        "old unlabelled notes,  observe.old.applied.notes,            'expected a column operation, found a, b'",
        "new unlabelled names,  observe.new.registers.name,           expected a column key and a column operation",
        "old total,             observe.old.totals.sum,               no column of that name",
        "invariant,             observe.old.invariants.never,         7 | below 0",
        "old shows no id,       observe.old.applied.notes shows add at the beginning, was answered OK",
        "drop leaves it,        observe.old.applied.notes shows add at the beginning, its row is still shown",
        "copy fails,            bootstrap by copy,                    copy: no such host",
        "old garbles,           observe.old.asked.texts holds what was asked for at the beginning, but asked.texts of old has 'Note of",
        "new garbles,           'observe.new.asked.texts holds what was asked for in phase over, asked for before', but asked.texts of new has 'Note of",
        "old tells nothing,     observe.old.asked.texts holds what was asked for at the beginning, and was answered OK",
        "switch fails,          phase over: routing new by switch,    switch: no such host",
        "switch does nothing,   who serves in phase over,             12 by old",
        "sentinel,              sentinel forward,                     did not come out in time",
        "new differs,           entity account of both,               'of ''1'' old says ''1'', new says ''one'''"
    })
    void a_part_that_is_wrong_is_named(String wrong, String what, String found) throws Exception {
        world.wrong.add(wrong);

        examine(TinyPlan.PLAN);

        assertThat(wrong(what).found()).contains(found);
        assertThat(wrong(what).advice()).isNotEmpty();
    }

    @Test
    void a_routing_that_brings_too_little_is_named() throws Exception {
        world.wrong.add("switch copies nothing");

        examine(TinyPlan.PLAN.replace("  background: [{ every: 1 s, do: copy }]\n", ""));

        assertThat(wrong("observe.new.applied.notes shows add in phase over, asked for before")
                        .found())
                .contains("no row shows its id", "the query gives no row");
    }

    @Test
    void a_change_that_could_not_be_applied_is_shown() throws Exception {
        world.letters.add("{\"note\": 7}");

        examine(TinyPlan.PLAN + "dead-letters: { component: broker, topic: dead }\n");

        assertThat(wrong("dead-letters").found()).isEqualTo("1 changes could not be applied; the first: {\"note\": 7}");
    }

    @Test
    void an_effect_must_stand_in_the_record_of_it() throws Exception {
        String plan = TinyPlan.PLAN.replace("role: append", "role: effect")
                + "effects: { charges: { of: [add], log: effects.jsonl } }\n";

        examine(plan);
        assertThat(wrong("effect charges").found()).startsWith("the record of effects cannot be read");

        told.clear();
        Files.writeString(
                directory.resolve("run/observed/effects.jsonl"),
                IntStream.range(1_000, 2_000)
                        .mapToObj("{\"ns\": 5, \"operation\": \"%d\", \"status\": 201}%n"::formatted)
                        .collect(Collectors.joining()));
        examine(plan);
        assertThat(trial("effect charges").result()).isEqualTo(Result.OK);
    }

    @Test
    @Tag("slow")
    void the_journal_of_a_third_party_is_marked_before_anything_is_sent() throws Exception {
        var party = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        party.start();
        try {
            world.listening.put("edge", new Address("127.0.0.1", party.port()));
            examine(
                    TinyPlan.PLAN.replace("role: append", "role: effect")
                            + "effects: { charges: { of: [add], wiremock: { component: edge, request: { post: /x }, operation: { header: Id } } } }\n");
        } finally {
            party.stop();
        }
        assertThat(wrong("effect charges").found()).contains("no call of it stands among the 0");
    }

    @Test
    void who_serves_is_seen_by_traces_where_no_answer_says_it() throws Exception {
        examine(TinyPlan.PLAN
                .replace("  served-by: X-Served-By\n", "")
                .replace("  background: [{ every: 1 s, do: copy }]\n", ""));

        assertThat(trial("who serves at the beginning").result()).isEqualTo(Result.NOT_TRIED);
        assertThat(trial("who serves in phase over").found()).isEqualTo("a write was seen in new alone");
        assertThat(trial("who serves in phase back").found()).isEqualTo("a write was seen in old alone");
    }

    @Test
    void what_needs_a_component_that_is_not_up_is_not_tried() throws Exception {
        examine(TinyPlan.PLAN, "edge");

        assertThat(told).noneMatch(Trial::isWrong);
        assertThat(trial("operations").found()).isEqualTo("component edge is not up");
        assertThat(trial("phase over: routing new by switch").result()).isEqualTo(Result.NOT_TRIED);
        assertThat(trial("observe.old.applied.notes").result()).isEqualTo(Result.OK);
        assertThat(trial("sentinels, and whether both sides agree").result()).isEqualTo(Result.NOT_TRIED);
    }

    @Test
    void an_interruption_ends_it() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> examine(TinyPlan.PLAN)).isInstanceOf(InterruptedException.class);
    }
}
