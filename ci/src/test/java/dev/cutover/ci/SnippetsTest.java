package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide shows is what the tests run: each paragraph of YAML stands, letter by letter, in a file of the example. */
class SnippetsTest {

    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_guide_shows_what_the_example_has() throws IOException {
        String guide = Files.readString(Path.of("../docs/own-systems.md"));
        List<String> files = files(Path.of("../scenarios/examples/notes"));

        List<String> shown = BLOCK.matcher(guide)
                .results()
                .flatMap(block -> Arrays.stream(block.group(1).split("\n\n")))
                .map(String::stripTrailing)
                .toList();

        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(shown).allSatisfy(paragraph -> assertThat(files)
                .as(paragraph)
                .anySatisfy(file -> assertThat(file).contains(paragraph)));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .map(SnippetsTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
