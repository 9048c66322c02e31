package dev.cutover.record.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void endAtLineFeedsAndTheLastOneNeedsNone() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\n")).containsExactly("1:");
        assertThat(read("a\n\nb\tä\n")).containsExactly("1:a", "2:", "3:b\tä");
        assertThat(read("a\nb")).containsExactly("1:a", "2:b");
    }

    @Test
    void areWholeHoweverTheStreamIsCut() throws IOException {
        byte[] text = "zwölf\nBoxkämpfer".getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= text.length; cut++) {
            var parts = new SequenceInputStream(
                    new ByteArrayInputStream(text, 0, cut), new ByteArrayInputStream(text, cut, text.length - cut));
            assertThat(read(parts)).containsExactly("1:zwölf", "2:Boxkämpfer");
        }
    }

    @Test
    void mayHaveBytesThatAreNoText() throws IOException {
        assertThat(read(new ByteArrayInputStream(new byte[] {'a', (byte) 0xFF, '\n'})))
                .containsExactly("1:a\uFFFD");
    }

    @Test
    void areNotEndless() {
        InputStream zeros = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };
        assertThatThrownBy(() -> read(zeros))
                .isInstanceOf(IOException.class)
                .hasMessage("line 1 is longer than 16 MiB");
    }

    private static List<String> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> read(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        long count = Lines.each(in, (line, number) -> lines.add(number + ":" + line));
        assertThat(count).isEqualTo(lines.size());
        return lines;
    }
}
