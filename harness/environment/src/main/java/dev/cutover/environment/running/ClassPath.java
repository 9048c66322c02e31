package dev.cutover.environment.running;

import dev.cutover.environment.spec.EnvironmentException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The jars of a module, in an order that never changes: start-up caches depend on it. */
public record ClassPath(List<Path> jars) {

    private static final String LIST = "class-path";
    private static final List<String> BESIDE = List.of("-sources.jar", "-javadoc.jar", "-tests.jar");

    /**
     * Of a module that was built: {@code target/*.jar} and {@code target/lib/*.jar}. Or of one of a distribution, whose modules share their
     * libraries: {@code *.jar}, and what the file {@code class-path} beside it lists.
     *
     * @param home to which the module is relative, and what is listed
     */
    public static ClassPath of(Path home, String module) {
        Path folder = home.resolve(module);
        Path listed = folder.resolve(LIST);
        return Files.isRegularFile(listed)
                ? of(folder, listed(home, listed))
                : of(folder.resolve("target"), jarsIn(folder.resolve("target/lib")));
    }

    private static ClassPath of(Path folder, List<Path> libraries) {
        List<Path> jars = new ArrayList<>(jarsIn(folder));
        if (jars.isEmpty()) {
            throw new EnvironmentException("no jar in " + folder
                    + "; build it first: mvn -DskipTests package (or ./cutover, which builds by itself)");
        }
        jars.addAll(libraries);
        return new ClassPath(jars);
    }

    private static List<Path> listed(Path home, Path list) {
        try {
            return Arrays.stream(Files.readString(list).strip().split(":"))
                    .map(home::resolve)
                    .filter(ClassPath::isProgram)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + list, e);
        }
    }

    private static List<Path> jarsIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(ClassPath::isProgram).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    private static boolean isProgram(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".jar") && BESIDE.stream().noneMatch(name::endsWith);
    }

    /** The same, and then others. */
    public ClassPath and(List<Path> others) {
        return new ClassPath(Stream.concat(jars.stream(), others.stream()).toList());
    }

    public String argument() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Changes whenever a jar does (by path, size or time), or one of the other facts. */
    public String fingerprint(String... facts) {
        try {
            MessageDigest digest = DigestUtils.getSha256Digest();
            for (Path jar : jars) {
                String line = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            digest.update(String.join(" ", facts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the jars of the class path", e);
        }
    }
}
