package dev.cutover.rehearse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cutover.environment.yaml.Range;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.run.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadModelTest {

    @Test
    void what_is_left_out_is_as_everybody_wants_it() {
        LoadModel load = SmallLoad.load();

        assertThat(load.session()).isEqualTo(new Range(2, 8));
        assertThat(load.attempts()).isEqualTo(3);
        assertThat(load.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(load.thinkTime()).isEqualTo(Duration.ofMillis(100));
        assertThat(load.twins()).isEqualTo(0.25);
        assertThat(load.servedBy()).isEmpty();
        assertThat(load.operation("drop").repeatable()).isFalse();
        assertThat(load.stories().getFirst().keys()).isEqualTo(StorySpec.Keys.ANY);
    }

    @Test
    void a_step_is_a_name_or_says_more() {
        List<StepSpec> steps = SmallLoad.load().stories().get(1).steps();

        assertThat(steps)
                .containsExactly(
                        new StepSpec("show", Map.of("who", "${other}"), Map.of("seen", Place.of("/name"))),
                        StepSpec.of("add"),
                        StepSpec.of("drop"));
    }

    @Test
    void one_value_or_a_list_of_them_may_be_looked_for() {
        LoadModel load = SmallLoad.load("is: closed", "is: [closed, gone]");

        assertThat(SmallLoad.load().operation("add").refused().get(1).is()).containsExactly("closed");
        assertThat(load.operation("add").refused().get(1).is()).containsExactly("closed", "gone");
        assertThat(load.operation("add").role()).isEqualTo(Role.APPEND);
    }

    @Test
    void what_is_written_is_read_again() {
        LoadModel load = SmallLoad.load();

        assertThat(YamlFile.parse("again", YamlFile.write(load)).bind(LoadModel.class))
                .isEqualTo(load);
    }

    @Test
    void shares_follow_weights_and_the_length_of_sessions() {
        Map<String, Double> shares = Expected.shares(SmallLoad.load());

        assertThat(shares.values().stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-9));
        // Hot keys know only the first story, so show and add come in turn; a dropped note is the third step of the
        // other.
        assertThat(shares.get("show")).isGreaterThan(shares.get("add"));
        assertThat(shares.get("drop")).isBetween(0.02, 0.06);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ok: [{ status: 201 }] | ok: [] | 'operations.add.ok' must list an answer that promises success
            { status: 404 } | { status: 2xx } | 'operations.add.refused.0' may be the same answer as one in 'ok'
            { status: 404 } | { status: 4o4 } | 'operations.add.refused.0.status' must be a status such as 201, or a class such as 2xx, but is '4o4'
            at: /code, is | is | 'operations.add.refused.1.is' needs an 'at'
            at: /code | at: code | 'operations.add.refused.1.at' must be a JSON pointer
            keep: { note: /id } | keep: { note: id } | 'operations.add.keep.note' must be a JSON pointer
            at: /code, is | at: /code, body: x, is | 'operations.add.refused.1' must have one of at, body, header at most, but has 2
            at: /code, is: closed | body: 'a(b' | 'operations.add.refused.1.body' must be a regular expression, but 'a(b' is none: Unclosed group at its character
            at: /code, is | body: closed, is | 'operations.add.refused.1.body' needs a group around the value
            at: /code, is: closed | header: a b | 'operations.add.refused.1.header' must be the name of a header
            keep: { note: /id } | keep: { note: { body: 'id=[0-9]+' } } | 'operations.add.keep.note.body' needs a group around the value
            keep: { note: /id } | keep: { note: { body: '[' } } | 'operations.add.keep.note.body' must be a regular expression
            keep: { note: /id } | keep: { note: { at: id } } | 'operations.add.keep.note.at' must be a JSON pointer
            keep: { note: /id } | keep: { note: { at: /id, header: Location } } | 'operations.add.keep.note' must have one of at, body, header, but has 2
            keep: { note: /id } | keep: { note: { body: '(x)', part: '(x)' } } | 'operations.add.keep.note.part' is of a header
            role: delete, of: add | role: delete | 'operations.drop.role' needs an 'of'
            role: delete | role: remove | 'operations.drop.role' is 'remove'
            delete: '/a/ | post: /b, delete: '/a/ | 'operations.drop.request' must have one of get, post, put, patch, delete with its path, but has 2
            get: '/a/ | get: 'a/ | 'operations.show.request' must ask for a path that starts with '/'
            weight: 3 | weight: 0 | 'stories.0.weight' must be above 0
            steps: [show, add] | steps: [] | 'stories.0.steps' must be one or more
            one-of: [me, you] } | one-of: [] } | 'draw.who.one-of' must list one text or more
            operations-per-second: 1 | operations-per-second: 1\\nsession: 8..2 | 'session' must be a range such as 2..8
            operations-per-second: 1 | operations-per-second: 1\\ntwins: 2 | 'twins' must lie between 0 and 1
            """)
    void what_cannot_be_meant_is_refused(String text, String other, String message) {
        assertThatThrownBy(() -> SmallLoad.load(text, other.replace("\\n", "\n")))
                .hasMessageContaining(message);
    }
}
