package dev.cutover.environment.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenRunsTest {

    @TempDir
    Path directory;

    private Path here;

    @BeforeEach
    void resolve() throws IOException {
        here = Files.createDirectories(directory.toRealPath().resolve("plan"));
    }

    @Test
    void hidesAllRunsInAFolderThatAContainerReads() throws IOException {
        assertThat(hidden(run("plan/runs/one"), read(here))).containsExactly(here.resolve("runs"));
    }

    @Test
    void hidesTheOneRunWhereRunsLieInTheFolderItself() throws IOException {
        assertThat(hidden(run("plan/one"), read(here))).containsExactly(here.resolve("one"));
    }

    @Test
    void hidesNothingWhereRunsLieElsewhere() throws IOException {
        assertThat(hidden(run("runs/one"), read(here))).isEmpty();
    }

    @Test
    void hidesNoDirectoryThatAContainerWritesTo() throws IOException {
        Path run = run("plan/runs/one");

        assertThat(hidden(run, bind(run.resolve("work"), AccessMode.rw))).isEmpty();
    }

    @Test
    void hidesThemInAFolderThatIsReadByAnotherName() throws IOException {
        Path other = Files.createSymbolicLink(directory.resolve("other"), here);

        assertThat(hidden(run("plan/runs/one"), read(other))).containsExactly(other.resolve("runs"));
    }

    private Path run(String name) throws IOException {
        return Files.createDirectories(directory.toRealPath().resolve(name));
    }

    private static List<Path> hidden(Path run, Bind bind) {
        Set<String> places = new HiddenRuns(List.of(run)).within(List.of(bind)).keySet();
        return places.stream().map(Path::of).toList();
    }

    private static Bind read(Path path) {
        return bind(path, AccessMode.ro);
    }

    private static Bind bind(Path path, AccessMode mode) {
        return new Bind(path.toString(), new Volume(path.toString()), mode);
    }
}
