package dev.cutover.environment.container;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runs that lie in a directory which a container may read, as when a plan is rehearsed in its own folder. It must not see their journals
 * and evidence; and where the testbed is root it runs as somebody who may not even pass through, so would not get at its own directories
 * there. So it sees an empty folder in their place, in which the engine makes the way to what it is given.
 *
 * @param roots of runs, that of a training and of the one it is for
 */
record HiddenRuns(List<Path> roots) {
    /** For directories alone, which take no room. */
    private static final String EMPTY = "size=64k,mode=755";

    static final HiddenRuns NONE = new HiddenRuns(List.of());

    HiddenRuns {
        roots = List.copyOf(roots);
    }

    static HiddenRuns of(RuntimeSettings settings) {
        return new HiddenRuns(Stream.of(settings.owner(), settings.run())
                .map(RunDirectory::root)
                .distinct()
                .toList());
    }

    /** Where something empty is mounted, and with which options. */
    Map<String, String> within(List<Bind> binds) {
        Map<String, String> empty = new LinkedHashMap<>();
        binds.stream()
                .filter(bind -> bind.getAccessMode() == AccessMode.ro)
                .map(bind -> Path.of(bind.getPath()))
                .forEach(seen ->
                        roots.forEach(root -> place(seen, root).ifPresent(path -> empty.put(path.toString(), EMPTY))));
        return empty;
    }

    /** All runs of the folder, unless that is what is seen itself: then the one alone. */
    private static Optional<Path> place(Path seen, Path root) {
        Path real = real(seen);
        return Stream.of(real(root.resolveSibling(".")), real(root))
                .filter(path -> path.startsWith(real) && !path.equals(real))
                .map(path -> seen.resolve(real.relativize(path)))
                .findFirst();
    }

    /** The runs may be reached by another way than the directory. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
