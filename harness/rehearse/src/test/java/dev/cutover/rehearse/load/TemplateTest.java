package dev.cutover.rehearse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.record.journal.OperationIds;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Map<String, String> KNOWN = Map.of("key", "7", "name", "Zoë \"B\"/&");

    private record Known(SplittableRandom random) implements Template.Values {
        @Override
        public String value(String name) {
            return KNOWN.getOrDefault(name, "");
        }

        @Override
        public long id() {
            return 4711;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /a/${key}                | NONE    | /a/7
            ${key}${key}             | NONE    | 77
            n-${id}                  | NONE    | n-4711
            {"name":"${name}"}       | JSON    | {"name":"Zoë \\"B\\"/&"}
            /a/${name}?b=c           | PERCENT | /a/Zo%C3%AB%20%22B%22%2F%26?b=c
            no variable, $ and } {}  | JSON    | no variable, $ and } {}
            """)
    void fills_in_what_is_known(String text, Escape escape, String filled) {
        assertThat(fill(text, escape)).isEqualTo(filled);
    }

    @Test
    void carries_the_operation_id_as_a_uuid() {
        assertThat(OperationIds.read(fill("${id uuid}", Escape.NONE))).hasValue(4711);
    }

    @Test
    void draws_numbers_and_letters() {
        assertThat(Integer.parseInt(fill("${number 3..5}", Escape.NONE))).isBetween(3, 5);
        assertThat(fill("${text 20}", Escape.NONE)).matches("[a-z]{20}").isNotEqualTo(fill("${text 21}", Escape.NONE));
        assertThat(fill("${text 1048576}", Escape.NONE)).hasSize(1 << 20);
    }

    @Test
    void says_what_it_needs() {
        assertThat(Template.of("${b} ${a} ${id} ${number 1..2} ${b}", Escape.NONE)
                        .names())
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "a ${key", "${}", "${a b}", "${number 5..3}", "${number one}", "${text many}"})
    void refuses_what_cannot_be_filled_in(String text) {
        assertThatThrownBy(() -> Template.of(text, Escape.NONE)).hasMessageContaining("${");
    }

    private static String fill(String text, Escape escape) {
        return Template.of(text, escape).fill(new Known(new SplittableRandom(1)));
    }
}
