package dev.cutover.scenarios.plans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the comments of the testbed's types say: what users read of a key, in editors and in the reference, is written once, where the key is. */
final class Javadoc {
    private static final List<String> MODULES =
            List.of("harness/record", "harness/environment", "harness/rehearse", "chaos", "scenarios");
    private static final Map<Path, String> SOURCES = new ConcurrentHashMap<>();

    private Javadoc() {}

    /** What a type is, in its first paragraph. */
    static String of(Class<?> type) {
        return text(comment(type).split("@param|\n\n", 2)[0]);
    }

    /**
     * What a component of a record is.
     *
     * @throws IllegalArgumentException if nothing is said of it
     */
    static String of(Class<?> record, String component) {
        return Pattern.compile("@param " + component + "\\s(.*?)(?=@param|$)", Pattern.DOTALL)
                .matcher(comment(record))
                .results()
                .map(found -> text(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("users can write the key '" + component + "' of "
                        + record.getName() + ", so its comment needs a line: @param " + component
                        + " what it means to them"));
    }

    /** The comment before a type's declaration, without its stars. */
    private static String comment(Class<?> type) {
        return Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+\\((?:[^()]|\\([^()]*\\))*\\)\\s*)*"
                                + "(?:(?:public|private|static|final|sealed) )*(?:record|interface|class) "
                                + type.getSimpleName() + "\\b",
                        Pattern.DOTALL)
                .matcher(source(type))
                .results()
                .map(found -> found.group(1).replaceAll("(?m)^ *\\* ?", ""))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " needs a comment for its users"));
    }

    private static String source(Class<?> type) {
        Path file = Path.of(type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java");
        return SOURCES.computeIfAbsent(file, Javadoc::read);
    }

    private static String read(Path file) {
        Path source = MODULES.stream()
                .map(module -> Path.of("..", module, "src/main/java").resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source " + file + " in " + MODULES));
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Markdown, in one line. */
    private static String text(String comment) {
        return Pattern.compile("\\{@(?:code|link) ((?:[^{}]|\\{[^{}]*})*)}")
                .matcher(comment.replaceAll("\\s+", " ").strip())
                .replaceAll(Javadoc::code);
    }

    private static String code(MatchResult found) {
        return "`" + found.group(1).replace("$", "\\$") + "`";
    }
}
