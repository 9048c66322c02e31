package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The testbed rehearses any migration: what only the reference has is told by its plan, never by the testbed's code. */
@DisplayName("The reference migration is data")
class ReferenceIsDataTest {

    /** What the shop is about. "order" is also an ordinary word, so only its uses for a purchase are meant. */
    private static final Pattern OF_THE_SHOP = Pattern.compile(
            "household|customer|\\bshop\\b|price|payment|credit|e-?mail|purchase|orders?_?(number|no)\\b|"
                    + "(place|pay|cancel|delete|recreate|read)[-_ ]?orders?\\b|\\borders\\b|\\bsku\\b");

    /** Its components, topics and links, as texts. */
    private static final Pattern NAMES =
            Pattern.compile("\"(old-db|new-db|payments|sync|prices|sync\\.[a-z-]+|client->[a-z]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harness",
                "chaos",
                "reports",
                "scenarios/src/main/java/dev/cutover/scenarios/cli",
                "scenarios/src/main/java/dev/cutover/scenarios/load",
                "scenarios/src/main/java/dev/cutover/scenarios/stage"
            })
    void no_word_of_the_shop_in(String part) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources(Path.of("..").resolve(part))) {
            int number = 0;
            for (String line : Files.readAllLines(source)) {
                number++;
                if (speaksOfTheShop(line)) {
                    found.add(source.getFileName() + ":" + number + ": " + line.strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void it_would_be_seen() {
        assertThat(speaksOfTheShop("int households = 7;")).isTrue();
        assertThat(speaksOfTheShop("run.observed().resolve(\"payments.jsonl\")"))
                .isTrue();
        assertThat(speaksOfTheShop("private static final String TOPIC = \"sync.dead-letters\";"))
                .isTrue();
        assertThat(speaksOfTheShop("environment.proxy(\"client->bridge\")")).isTrue();
        assertThat(speaksOfTheShop("kind.equals(\"pay-order\")")).isTrue();
        assertThat(speaksOfTheShop("/** In the order in which they were recorded. */"))
                .isFalse();
    }

    private static boolean speaksOfTheShop(String line) {
        return OF_THE_SHOP.matcher(line.toLowerCase(Locale.ROOT)).find()
                || NAMES.matcher(line).find();
    }

    private static List<Path> sources(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part.toRealPath())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .toList();
        }
    }
}
