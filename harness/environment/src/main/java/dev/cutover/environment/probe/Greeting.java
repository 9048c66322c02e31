package dev.cutover.environment.probe;

import dev.cutover.environment.spec.Link;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The first bytes a client of a protocol sends, such that every server answers and nothing happens. */
final class Greeting {

    private static final byte[] NOTHING = {};
    private static final int SSL_REQUEST = 80_877_103;
    private static final int STARTUP_3_0 = 196_608;
    private static final short API_VERSIONS = 18;

    private Greeting() {}

    /** The server keeps the connection open: an answer that was lost looks like silence, not like an end. */
    static byte[] of(Link link) {
        return switch (link.protocol()) {
            case HTTP, HTTPS -> ascii("GET " + link.health() + " HTTP/1.1\r\nHost: probe\r\n\r\n");
            case POSTGRES -> sslRequest();
            case KAFKA -> apiVersions();
            case TCP -> NOTHING;
        };
    }

    /** Asks for an answer long enough to be cut, and for the end of the connection where that can be asked for. */
    static byte[] wordy(Link link) {
        return switch (link.protocol()) {
            case HTTP, HTTPS -> get(link.health(), "probe");
            case TCP -> NOTHING;
            case KAFKA -> apiVersions();
            case POSTGRES -> joined(sslRequest(), session("cutover-probe", "cutover-probe"));
        };
    }

    private static byte[] sslRequest() {
        return ByteBuffer.allocate(8).putInt(8).putInt(SSL_REQUEST).array();
    }

    /** Asks for a page, and for the end of the connection after it. */
    static byte[] get(String path, String host) {
        return ascii("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    /** The first message of a PostgreSQL session. */
    static byte[] session(String user, String database) {
        byte[] parameters = ("user\0" + user + "\0database\0" + database + "\0\0").getBytes(StandardCharsets.UTF_8);
        int length = 8 + parameters.length;
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(STARTUP_3_0)
                .put(parameters)
                .array();
    }

    private static byte[] apiVersions() {
        byte[] client = ascii("probe");
        int length = 10 + client.length;
        return ByteBuffer.allocate(4 + length)
                .putInt(length)
                .putShort(API_VERSIONS)
                .putShort((short) 0)
                .putInt(1)
                .putShort((short) client.length)
                .put(client)
                .array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
