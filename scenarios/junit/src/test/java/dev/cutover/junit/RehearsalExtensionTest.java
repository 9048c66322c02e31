package dev.cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** With a program in the place of the testbed that says what it was asked, and leaves a verdict. */
@Tag("slow")
@DisplayName("A test that asks for a rehearsal")
class RehearsalExtensionTest {

    @TempDir
    Path directory;

    private Path asked;

    @BeforeEach
    void home() throws IOException {
        asked = directory.resolve("asked.txt");
        Verdicts.noGo().report().write(new RunDirectory(directory));
        launcher("""
                printf '%%s ' "$@" >> %1$s; echo >> %1$s
                while [ "$1" != --runs ]; do shift; done
                mkdir -p "$2/run" && cp %2$s/verdict.json "$2/run" && ln -s run "$2/latest"
                exit 1
                """.formatted(asked, directory));
    }

    @Test
    void gets_its_verdict_and_says_what_is_rehearsed() throws IOException {
        run(OnMethods.class).assertStatistics(all -> all.started(2).succeeded(2));

        assertThat(asked)
                .content()
                .contains("rehearse plan.yaml --runs " + directory.resolve("runs/OnMethods.of_the_plan")
                        + " --runtime auto \n")
                .contains(" --runtime processes --bridge without-back-sync --seed 42 --set a=1 --set b=2 \n");
    }

    @Test
    void shares_it_with_the_others_of_its_class() {
        run(OnClass.class).assertStatistics(all -> all.started(2).succeeded(2));

        assertThat(asked).content().hasLineCount(1);
    }

    @Test
    void fails_with_what_the_testbed_said_where_there_is_no_verdict() throws IOException {
        launcher("echo plan.yaml:7: unknown key >&2; exit 3\n");

        run(OnClass.class)
                .assertThatEvents()
                .haveExactly(
                        2,
                        event(finishedWithFailure(message(
                                text -> text.contains("ended with 3, without a verdict:\nplan.yaml:7: unknown key")))));
    }

    @Test
    void fails_where_there_is_no_testbed() throws IOException {
        Files.delete(directory.resolve("bin/cutover"));

        run(OnClass.class)
                .assertThatEvents()
                .haveExactly(
                        2,
                        event(finishedWithFailure(
                                message(text -> text.contains("there is no program bin/cutover in " + directory)))));
    }

    private Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("cutover.home", directory.toString())
                .configurationParameter(
                        "cutover.runs", directory.resolve("runs").toString())
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    private void launcher(String script) throws IOException {
        Path file = directory.resolve("bin/cutover");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Run by the tests above. */
    static class OnMethods {

        @Test
        @Rehearsal("plan.yaml")
        void of_the_plan(RehearsalVerdict verdict) {
            VerdictAssert.assertThat(verdict).caughtBy("rollback-complete");
        }

        @Test
        @Rehearsal(
                value = "plan.yaml",
                bridge = "without-back-sync",
                seed = 42,
                set = {"a=1", "b=2"},
                runtime = Rehearsal.RunsOn.PROCESSES)
        void of_a_broken_bridge(RehearsalVerdict verdict) {
            assertThat(verdict.run().verdict()).exists();
        }
    }

    /** Run by the tests above. */
    @Rehearsal("plan.yaml")
    static class OnClass {

        @Test
        void first(RehearsalVerdict verdict) {
            VerdictAssert.assertThat(verdict).isNoGo();
        }

        @Test
        void second(RehearsalVerdict verdict) {
            VerdictAssert.assertThat(verdict).caughtBy("rollback-complete");
        }
    }
}
