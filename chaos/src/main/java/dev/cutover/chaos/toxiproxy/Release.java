package dev.cutover.chaos.toxiproxy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;

/**
 * A program as its makers release it, taken only if its checksum is the one that is known here.
 *
 * @param sha256 in hexadecimal
 */
record Release(URI uri, String sha256) {

    /** Toxiproxy's server for Linux on x86-64, the one platform that processes run on. */
    static final Release TOXIPROXY = new Release(
            URI.create("https://github.com/Shopify/toxiproxy/releases/download/v2.12.0/toxiproxy-server-linux-amd64"),
            "556d891134a3c582dc1e1a3f7335fd55142e5965769855a00b944e13e48302fc");

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /**
     * Downloads beside the target and moves the result there in one step, so that nobody ever runs half of it.
     *
     * @throws IOException if it cannot be had
     * @throws IllegalStateException if something else was given out in its place
     */
    void fetch(Path target) throws IOException, InterruptedException {
        Path part = Files.createTempFile(target.toAbsolutePath().getParent(), "download-", ".part");
        try {
            download(part);
            String found = new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(part);
            if (!found.equals(sha256)) {
                throw new IllegalStateException(
                        uri + " should have the SHA-256 " + sha256 + ", but has " + found + ": something answered "
                                + "in its place, or it was changed. What came was deleted. Find out which (a proxy?), "
                                + "or put toxiproxy-server 2.12 from a source you trust on the PATH.");
            }
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void download(Path file) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<Path> answer =
                    client.send(HttpRequest.newBuilder(uri).timeout(LIMIT).build(), BodyHandlers.ofFile(file));
            if (answer.statusCode() != 200) {
                throw new IOException(uri + " answered " + answer.statusCode());
            }
        }
    }
}
