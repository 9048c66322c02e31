package dev.cutover.environment.container;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.cutover.environment.running.ClassPath;
import dev.cutover.environment.spec.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * The image of one of the project's modules: a Java runtime, the libraries, and last, as they change most often, the
 * project's own jars. Its tag is a digest of what is in it, so it is built once for each content.
 */
record ModuleImage(String name, String base, List<Path> jars) {
    // Bash speaks HTTP well enough, and an image without curl is smaller. A program without a port is well as long as
    // it runs.
    private static final String DOCKERFILE = """
            FROM %s
            COPY lib/ /app/lib/
            COPY own/ /app/own/
            USER 10001:10001
            HEALTHCHECK --interval=60s CMD ["bash", "-c", "[[ -z $PORT ]] || { exec 3<>/dev/tcp/$HOST/${ADMIN_PORT:-$PORT} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'; }"]
            """;
    private static final Map<String, ModuleImage> SEEN = new ConcurrentHashMap<>();
    private static final int TAG_BYTES = 8;

    /** Of a module, relative to the testbed's home. */
    static ModuleImage of(Path home, String module, String base) {
        ClassPath classPath = ClassPath.of(home, module);
        // Reading the jars takes longer than looking whether they are the same.
        return SEEN.computeIfAbsent(
                classPath.fingerprint(base), same -> read(home.resolve(module), base, classPath.jars()));
    }

    private static ModuleImage read(Path module, String base, List<Path> jars) {
        String tag = HexFormat.of().formatHex(digest(base, jars), 0, TAG_BYTES);
        return new ModuleImage("cutover/" + module.getFileName() + ":" + tag, base, jars);
    }

    private static byte[] digest(String base, List<Path> jars) {
        try {
            MessageDigest digest = DigestUtils.getSha256Digest();
            digest.update((base + DOCKERFILE).getBytes(StandardCharsets.UTF_8));
            for (Path jar : jars) {
                digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(jar));
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the jars of an image", e);
        }
    }

    /** Builds it unless the engine has it. */
    void ensure() {
        try {
            Engine.client().inspectImageCmd(name).exec();
        } catch (NotFoundException missing) {
            build();
        }
    }

    private void build() {
        ImageSupply.pull(base);
        ImageFromDockerfile image = new ImageFromDockerfile(name, false)
                .withFileFromString("Dockerfile", DOCKERFILE.formatted(base))
                // Neither directory may be missing.
                .withFileFromString("lib/.jars", "")
                .withFileFromString("own/.jars", "");
        for (Path jar : jars) {
            image.withFileFromPath(inContext(jar), jar);
        }
        image.get();
    }

    /** The module's own jar comes first, and what else is built here has no final version. */
    private String inContext(Path jar) {
        String file = String.valueOf(jar.getFileName());
        boolean own = jar.equals(jars.getFirst()) || file.contains("-SNAPSHOT");
        return (own ? "own/" : "lib/") + file;
    }

    /** The class path inside, in the same order as outside: start-up caches depend on it. */
    private String classPath() {
        return jars.stream().map(jar -> "/app/" + inContext(jar)).collect(Collectors.joining(":"));
    }

    /** @param others jars and directories that are bound into the container where they lie outside */
    List<String> command(Kind.Program program, List<String> flags, List<Path> others) {
        String all = Stream.concat(Stream.of(classPath()), others.stream().map(Path::toString))
                .collect(Collectors.joining(":"));
        return Stream.of(
                        // A runtime older than the testbed's knows no start-up caches.
                        List.of("java", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseSerialGC"),
                        flags,
                        program.flags(),
                        List.of("-cp", all, program.main()))
                .flatMap(List::stream)
                .toList();
    }
}
