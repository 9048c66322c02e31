package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Code in a document is cut from the files it names")
class DocumentSnippetsTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern CODE =
            Pattern.compile("(?:<!-- cut from (?<file>\\S+) -->\n)?```(?:java|yaml)\n(?<code>.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"docs/extending.md", "docs/own-systems.md", "docs/in-ci.md"})
    void each_snippet_is_in_its_file(String document) throws IOException {
        List<MatchResult> snippets =
                CODE.matcher(Files.readString(HOME.resolve(document))).results().toList();
        assertThat(snippets).isNotEmpty();
        for (MatchResult snippet : snippets) {
            String file = snippet.group("file");
            assertThat(file)
                    .as("a line <!-- cut from FILE --> before %s", snippet.group("code"))
                    .isNotNull();
            assertThat(unindented(Files.readString(HOME.resolve(file))))
                    .as("lines of %s, as %s has them", file, document)
                    .contains(unindented(snippet.group("code")));
        }
    }

    /** Whole lines: a part of one is not what the file says. */
    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
    }
}
