package dev.cutover.record.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.JournalControl;
import dev.cutover.record.journal.JournalReader;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {

    @TempDir
    private Path directory;

    @Test
    void the_intent_is_on_disk_before_the_caller_knows_the_id() throws IOException {
        try (Recorder recorder = Recorder.open(task("1..500"));
                JournalReader journal = JournalReader.open(journal())) {
            Operation add = recorder.invoke("add", "17").orElseThrow();

            assertThat(journal.size()).isEqualTo(1);
            assertThat(journal.intact(0)).isTrue();
            assertThat(journal.outcome(0)).isEqualTo(Outcome.INVOKED);
            assertThat(journal.operationId(0)).isEqualTo(add.id());
            assertThat(journal.key(0)).isEqualTo(17);
            assertThat(journal.kind(0)).isZero();
            assertThat(OperationIds.read(add.uuid())).hasValue(add.id());
        }
    }

    @Test
    void an_end_says_what_the_answer_said() throws IOException {
        try (Recorder recorder = Recorder.open(task("1..500"));
                JournalReader journal = JournalReader.open(journal())) {
            Operation add = recorder.invoke("add", "17").orElseThrow();
            add.ok(Answer.SILENT
                    .withStatus(201)
                    .withVersion(3)
                    .withServedBy(ServedBy.NEW)
                    .withAttempts(2));
            recorder.invoke("drop", "17", add.id()).orElseThrow().refused();
            assertThat(journal.kind(1)).isEqualTo((byte) 1);
            recorder.invoke("drop", "17", add.id()).orElseThrow().unknown(Answer.SILENT.withStatus(500));

            assertThat(journal.outcome(0)).isEqualTo(Outcome.OK);
            assertThat(journal.version(0)).isEqualTo(3);
            assertThat(journal.servedBy(0)).isEqualTo(ServedBy.NEW.code());
            assertThat(journal.attempts(0)).isEqualTo((byte) 2);
            assertThat(journal.cause(0)).isEqualTo(Cause.NONE);
            assertThat(journal.outcome(1)).isEqualTo(Outcome.REFUSED);
            assertThat(journal.subject(1)).isEqualTo(add.id());
            assertThat(Cause.describe(journal.cause(1))).isEqualTo("unsaid");
            assertThat(journal.outcome(2)).isEqualTo(Outcome.UNKNOWN);
            assertThat(Cause.describe(journal.cause(2))).isEqualTo("http-500");
        }
    }

    @Test
    void an_operation_ends_once() throws IOException {
        try (Recorder recorder = Recorder.open(task("1..500"))) {
            Operation add = recorder.invoke("add", "17").orElseThrow();
            add.unknown();

            assertThatIllegalStateException().isThrownBy(add::ok).withMessageContaining("has ended already");
        }
    }

    @Test
    void after_the_stop_word_nothing_begins_and_what_runs_may_end() throws IOException {
        try (Recorder recorder = Recorder.open(task("1..500"));
                JournalReader journal = JournalReader.open(journal())) {
            Operation add = recorder.invoke("add", "17").orElseThrow();
            JournalControl.open(journal()).stop(true);

            assertThat(recorder.stopping()).isTrue();
            assertThat(recorder.invoke("add", "18")).isEmpty();
            add.ok();
            assertThat(journal.size()).isEqualTo(1);
            assertThat(journal.outcome(0)).isEqualTo(Outcome.OK);
        }
    }

    @Test
    void keys_are_called_as_the_systems_call_them() throws IOException {
        Path keys = Files.writeString(directory.resolve("keys.tsv"), "key\tname\nanna\tA\nb\\tb\tB\n");
        try (Recorder recorder = Recorder.open(task(keys.toString()));
                JournalReader journal = JournalReader.open(journal())) {
            assertThat(recorder.invoke("add", "b\tb")).isPresent();
            assertThat(journal.key(0)).isEqualTo(2);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recorder.invoke("add", "key"))
                    .withMessageContaining("'key' is no key of the load")
                    .withMessageContaining("keys.tsv");
        }
    }

    @Test
    void what_the_plan_does_not_have_is_refused_and_leaves_nothing() throws IOException {
        try (Recorder recorder = Recorder.open(task("1..500"));
                JournalReader journal = JournalReader.open(journal())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recorder.invoke("ad", "17"))
                    .withMessage("'ad' is no operation of the load; there are: add, drop");
            for (String key : List.of("0", "501", "017", "seventeen", "-1", "99999999999")) {
                assertThatIllegalArgumentException().isThrownBy(() -> recorder.invoke("add", key));
            }
            assertThat(journal.size()).isZero();
        }
    }

    @Test
    void what_is_about_another_operation_must_name_it() throws IOException {
        try (Recorder recorder = Recorder.open(task("1..500"));
                JournalReader journal = JournalReader.open(journal())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recorder.invoke("drop", "17"))
                    .withMessageContaining("'drop' is about another operation, and needs the id of that one");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recorder.invoke("drop", "17", 7))
                    .withMessage("the subject 7 is no operation id of this run");
            assertThat(journal.size()).isZero();
        }
    }

    @Test
    void each_operation_counts_as_a_client_of_its_own_and_no_two_writers_share_one() throws IOException {
        try (Recorder one = Recorder.open(task("1..500"));
                Recorder other = Recorder.open(task("1..500").withInjector(3));
                JournalReader journal = JournalReader.open(journal())) {
            for (Recorder recorder : List.of(one, one, other, other)) {
                recorder.invoke("add", "17").orElseThrow().ok();
            }
            assertThat(IntStream.range(0, 4).map(journal::process)).containsExactly(0, 1, 1 << 20, (1 << 20) + 1);
        }
    }

    @Test
    void many_threads_and_two_writers_never_give_the_same_id() throws IOException {
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        try (Recorder one = Recorder.open(task("1..500"));
                Recorder other = Recorder.open(task("1..500").withInjector(2));
                JournalReader journal = JournalReader.open(journal())) {
            IntStream.rangeClosed(1, 4_000).parallel().forEach(number -> {
                Recorder recorder = number % 2 == 0 ? one : other;
                Operation add = recorder.invoke("add", Integer.toString(number % 500 + 1))
                        .orElseThrow();
                ids.add(add.id());
                add.ok();
            });

            assertThat(ids).hasSize(4_000);
            assertThat(journal.size()).isEqualTo(4_000);
            assertThat(IntStream.range(0, 4_000)).allMatch(slot -> journal.outcome(slot) == Outcome.OK);
        }
    }

    @Test
    void without_a_testbed_it_says_what_is_missing() {
        assertThatIllegalStateException()
                .isThrownBy(Recorder::open)
                .withMessageContaining(
                        "neither the system property cutover.target nor the environment variable CUTOVER_TARGET");
    }

    @Test
    void a_process_is_told_by_its_system_properties() {
        LoadTask task = task("1..500");
        task.properties().forEach(System::setProperty);
        try {
            assertThat(LoadTask.told()).isEqualTo(task);
        } finally {
            task.properties().keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void a_task_is_told_by_properties_and_by_variables() {
        LoadTask task = task("1..500");

        assertThat(task.properties()).containsEntry("cutover.rate", "80.0").containsEntry("cutover.keys", "1..500");
        assertThat(task.variables())
                .containsEntry("CUTOVER_OPERATIONS", "add,drop")
                .containsEntry("CUTOVER_ABOUT", "drop")
                .containsEntry("CUTOVER_INJECTOR", "1")
                .hasSameSizeAs(task.properties());
        assertThat(LoadTask.read(name -> task.variables().get("CUTOVER_" + name.toUpperCase(java.util.Locale.ROOT))))
                .isEqualTo(task);
    }

    private Path journal() {
        return directory.resolve("injector-1.slots");
    }

    private LoadTask task(String keys) {
        return new LoadTask(
                URI.create("http://127.0.0.1:1"),
                42,
                80,
                60,
                directory.resolve("arrivals.txt"),
                List.of("add", "drop"),
                List.of("drop"),
                keys,
                journal(),
                1);
    }
}
