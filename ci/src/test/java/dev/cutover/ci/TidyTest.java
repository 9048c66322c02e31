package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Style that no compiler knows")
class TidyTest {

    private static final int LONGEST_FILE = 250;

    private static final int HIGHEST_MEDIAN = 70;
    private static final int LONGEST_METHOD = 40;
    private static final int FEWEST_FILES = 200;
    private static final Pattern BANNED =
            Pattern.compile("Thread\\.sleep|TimeUnit\\.[A-Z]+\\.sleep|@Dis" + "abled|TO" + "DO|FIX" + "ME");
    private static final Pattern BANNED_NAMES = Pattern.compile(".*(Manager|Helper|Util|Utils|Handler)\\.java");

    @Test
    void files_are_of_one_idea() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        for (Path source : sources()) {
            int lines = Files.readAllLines(source).size();
            lengths.add(lines);
            if (lines > LONGEST_FILE) {
                tooLong.add(source + ": " + lines);
            }
        }
        assertThat(lengths).as("sources seen").hasSizeGreaterThan(FEWEST_FILES);
        assertThat(tooLong).as("files over " + LONGEST_FILE + " lines").isEmpty();
        assertThat(lengths.stream().sorted().toList().get(lengths.size() / 2))
                .as("median of lines")
                .isLessThan(HIGHEST_MEDIAN);
    }

    @Test
    void methods_are_of_a_few_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> parsed = sources().stream()
                    .filter(file -> file.toString().contains("/src/main/"))
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("--release", "21"), null, files.getJavaFileObjectsFromPaths(parsed));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Lengths(unit, positions, tooLong).scan(unit, null);
            }
        }
        assertThat(tooLong).as("methods over " + LONGEST_METHOD + " lines").isEmpty();
    }

    /** Collects the methods whose bodies are too long. */
    private static final class Lengths extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> tooLong;

        Lengths(CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
            this.unit = unit;
            this.positions = positions;
            this.tooLong = tooLong;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
                if (last - first >= LONGEST_METHOD) {
                    tooLong.add(unit.getSourceFile().getName() + " " + method.getName() + ": " + (last - first + 1));
                }
            }
            return super.visitMethod(method, null);
        }
    }

    @Test
    void nothing_sleeps_and_nothing_is_left_over() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            for (String line : Files.readAllLines(source)) {
                if (BANNED.matcher(line).find()) {
                    found.add(source + ": " + line.strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void names_say_what_a_class_is() throws IOException {
        assertThat(sources())
                .noneMatch(source ->
                        BANNED_NAMES.matcher(source.getFileName().toString()).matches());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..").toRealPath())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/"))
                    .filter(file -> !file.endsWith("TidyTest.java"))
                    .toList();
        }
    }
}
