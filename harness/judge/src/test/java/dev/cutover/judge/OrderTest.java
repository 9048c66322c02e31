package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same evidence gives the same bytes in every Java: nothing here may have the order of a hash table. */
class OrderTest {
    private static final List<String> UNORDERED = List.of(
            "new HashMap<", "new HashSet<", "Map.copyOf(", "Set.copyOf(", "Collectors.toSet(", "Collectors.toMap(");

    @Test
    void noResultHasTheOrderOfAHashTable() throws IOException {
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(20);
        for (Path source : sources) {
            assertThat(Files.readString(source)).as(source.toString()).doesNotContain(UNORDERED);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
