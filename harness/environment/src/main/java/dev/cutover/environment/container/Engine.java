package dev.cutover.environment.container;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.ResourceReaper;

/** The Docker engine of this machine. */
public final class Engine {
    private static final String UNIX = "unix://";
    private static final Path USUAL = Path.of("/var/run/docker.sock");
    private static final Pattern VERSION = Pattern.compile("(?im)^server: *(\\S+)");
    private static final int ANSWER_BYTES = 2_048;

    private static volatile boolean reached;

    private Engine() {}

    /**
     * Whether an engine answers.
     *
     * @param found which one, or why there is none
     */
    public record Look(boolean answers, String found) {}

    /** Asks the engine for a sign of life, which takes about a millisecond. */
    public static Look look() {
        String host = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("");
        if (!host.isEmpty() && !host.startsWith(UNIX)) {
            return new Look(false, "DOCKER_HOST is " + host + ", and the engine must be on this machine");
        }
        return ping(host.isEmpty() ? USUAL : Path.of(host.substring(UNIX.length())));
    }

    private static Look ping(Path socket) {
        if (!Files.exists(socket)) {
            return new Look(false, "no Docker engine: there is no " + socket);
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(
                    ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES);
            channel.read(answer);
            String text = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
            Matcher version = VERSION.matcher(text);
            return text.contains(" 200 ")
                    ? new Look(true, "a Docker engine answers" + (version.find() ? " (" + version.group(1) + ")" : ""))
                    : new Look(
                            false,
                            "the Docker engine at " + socket + " answers "
                                    + text.lines().findFirst().orElse("nothing"));
        } catch (IOException e) {
            return new Look(false, "no Docker engine answers at " + socket + ": " + e.getMessage());
        }
    }

    /** Where Testcontainers' own cleaner runs, it removes what has these labels as soon as this process is gone. */
    static void cleanUpAfterDeath(Map<String, String> labels) {
        if (!Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            ResourceReaper.instance().registerLabelsFilterForCleanup(labels);
        }
    }

    static DockerClient client() {
        DockerClient client = DockerClientFactory.instance().client();
        reached = true;
        return client;
    }

    /**
     * Whether this process has ever had a client. It gets none while it is being ended, as Testcontainers wants a shutdown hook then; but who
     * never had one has started nothing.
     */
    static boolean reached() {
        return reached;
    }
}
