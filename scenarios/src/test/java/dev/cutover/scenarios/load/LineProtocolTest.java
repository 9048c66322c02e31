package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.record.journal.JournalControl;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.recorder.LoadTask;
import dev.cutover.record.recorder.Recorder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineProtocolTest {

    @TempDir
    private Path directory;

    private Recorder recorder;
    private LineProtocol protocol;

    @BeforeEach
    void open() {
        recorder = Recorder.open(new LoadTask(
                URI.create("http://127.0.0.1:1"),
                42,
                80,
                60,
                directory.resolve("arrivals.txt"),
                List.of("add", "drop"),
                List.of("drop"),
                "1..500",
                journal(),
                1));
        protocol = new LineProtocol(recorder);
    }

    @AfterEach
    void close() throws IOException {
        recorder.close();
    }

    @Test
    void an_operation_is_in_the_journal_when_its_id_is_told_and_ends_as_it_is_said() throws Exception {
        String answer =
                protocol.say("{\"invoke\": {\"kind\": \"add\", \"key\": 17}}").orElseThrow();

        assertThat(answer).matches("\\{\"id\":\"\\d+\",\"uuid\":\"[0-9a-f-]{36}\"}");
        assertThat(slots()).singleElement().satisfies(slot -> {
            assertThat(slot.outcome()).isEqualTo(Outcome.INVOKED);
            assertThat(slot.key()).isEqualTo(17);
            assertThat(slot.operation()).isEqualTo(id(answer));
        });

        assertThat(
                        protocol.say(
                                "{\"complete\": {\"id\": " + id(answer)
                                        + ", \"outcome\": \"OK\", \"version\": 3, \"servedBy\": \"new\", \"status\": 201, \"attempts\": 2}}"))
                .isEmpty();
        assertThat(slots()).singleElement().satisfies(slot -> {
            assertThat(slot.outcome()).isEqualTo(Outcome.OK);
            assertThat(slot.version()).isEqualTo(3);
            assertThat(slot.servedBy()).isEqualTo(ServedBy.NEW.code());
            assertThat(slot.attempts()).isEqualTo(2);
        });
    }

    @Test
    void what_an_operation_is_about_is_recorded() throws Exception {
        long add = id(
                protocol.say("{\"invoke\":{\"kind\":\"add\",\"key\":\"17\"}}").orElseThrow());
        var unused = protocol.say("{\"invoke\":{\"kind\":\"drop\",\"key\":\"17\",\"subject\":\"" + add + "\"}}");

        assertThat(slots().get(1).subject()).isEqualTo(add);
    }

    @Test
    void once_the_load_is_over_every_invoke_is_answered_by_stop_and_what_runs_may_end() throws Exception {
        String add = protocol.say("{\"invoke\":{\"kind\":\"add\",\"key\":17}}").orElseThrow();
        JournalControl.open(journal()).stop(true);

        assertThat(protocol.say("{\"invoke\":{\"kind\":\"add\",\"key\":18}}")).contains("{\"stop\":true}");
        assertThat(protocol.say("{\"complete\":{\"id\":\"" + id(add) + "\",\"outcome\":\"unknown\"}}"))
                .isEmpty();
        assertThat(slots())
                .singleElement()
                .satisfies(slot -> assertThat(slot.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            starting up ... | line 1 is no JSON: starting up ...
            `` | line 1 must be an object in braces
            17 | line 1 must be an object in braces: 17
            {"invoke": {"kind": "add", "key": 17}} {} | line 1 is no JSON
            {} | line 1 must say one of 'invoke' and 'complete'
            {"invok": {}} | line 1 'invok' is no known key, did you mean 'invoke'?
            {"invoke": 17} | line 1 'invoke' must be an object in braces
            {"invoke": {"kind": "add"}} | line 1 lacks 'invoke.key'
            {"invoke": {"key": 17}} | line 1 lacks 'invoke.kind'
            {"invoke": {"kind": "ad", "key": 17}} | line 1 'ad' is no operation of the load; there are: add, drop
            {"invoke": {"kind": "add", "key": 501}} | line 1 '501' is no key of the load
            {"invoke": {"kind": "add", "key": [17]}} | line 1 'invoke.key' must be a text or a whole number, but is [17]
            {"invoke": {"kind": "add", "key": 17, "subjekt": 1}} | line 1 'invoke.subjekt' is no known key, did you mean 'subject'?
            {"invoke": {"kind": "drop", "key": 17, "subject": "none"}} | line 1 'invoke.subject' must be the id of an operation, but is none
            {"invoke": {"kind": "drop", "key": 17}} | line 1 'drop' is about another operation, and needs the id of that one as its subject
            {"invoke": {"kind": "drop", "key": 17, "subject": 7}} | line 1 the subject 7 is no operation id of this run
            {"complete": {"id": "1", "outcome": "OK"}} | line 1 'complete.id' is 1, which is no running operation; each ends once
            {"complete": {"id": "1"}} | line 1 lacks 'complete.outcome'
            {"complete": {"id": "1", "outcome": "done"}} | line 1 'complete.outcome' must be one of ok, refused, unknown, but is done
            {"complete": {"id": "1", "outcome": "OK", "servedBy": "me"}} | line 1 'complete.servedBy' must be one of nobody, old, new, bridge, but is me
            {"complete": {"id": "1", "outcome": "OK", "version": -1}} | line 1 'complete.version' must be a whole number of 0 or more, but is -1
            {"complete": {"id": "1", "outcome": "OK", "status": 42}} | line 1 a status is 100 … 999, or 0 for none, not 42
            {"complete": {"id": "1", "outcome": "OK", "attempts": 0}} | line 1 an operation is sent once or more often, not 0 times
            """)
    void a_wrong_line_is_refused_with_its_number_its_text_and_what_is_wrong(String line, String message) {
        assertThatThrownBy(() -> protocol.say(line))
                .isInstanceOf(WrongLine.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith(": " + line);
        assertThat(slots()).isEmpty();
    }

    @Test
    void a_line_that_does_not_end_is_refused() {
        var endless = new ProgramLines(
                new ByteArrayInputStream("x".repeat(ProgramLines.LONGEST + 1).getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(endless::next).isInstanceOf(WrongLine.class).hasMessageContaining("more than 65536 bytes");
    }

    private List<JournalSlot> slots() {
        try {
            return JournalSlot.readAll(journal());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long id(String answer) {
        return Long.parseLong(answer.replaceFirst("\\{\"id\":\"(\\d+)\".*", "$1"));
    }

    private Path journal() {
        return directory.resolve("injector-1.slots");
    }
}
