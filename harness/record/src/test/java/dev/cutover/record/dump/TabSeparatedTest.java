package dev.cutover.record.dump;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TabSeparatedTest {

    @Test
    void a_row_comes_back_from_its_line() {
        @Nullable String[] row = {"", "a\tb", null, "\\N", "two\r\nlines", "\\t", "NULL", ""};

        String line = TabSeparated.line(row);

        assertThat(line).doesNotContain("\n", "\r");
        assertThat(line.split("\t", -1)).hasSize(8).contains("\\N", "a\\tb");
        assertThat(TabSeparated.values(line)).containsExactly(row);
    }

    @Test
    void a_backslash_that_escapes_nothing_is_one() {
        assertThat(TabSeparated.values("a\\\tb")).containsExactly("a\\", "b");
    }
}
