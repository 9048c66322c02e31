package dev.cutover.environment.running;

import dev.cutover.environment.spec.Address;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Looks from outside whether something answers. Plain sockets: a probe must cost next to nothing, as it runs while everything starts. */
public final class Probe {
    private static final int CONNECT_MILLIS = 500;
    private static final int ANSWER_MILLIS = 2_000;
    private static final int POSTGRES_PROTOCOL_3 = 196_608;

    private Probe() {}

    /**
     * What one look saw.
     *
     * @param seen for a message
     */
    public record Look(boolean ready, String seen) {}

    static Look tcp(Address address) {
        try (Socket socket = connect(address)) {
            return new Look(socket.isConnected(), "accepts connections");
        } catch (IOException e) {
            return new Look(false, address + ": " + e.getMessage());
        }
    }

    static Look http(Address address, String path) {
        try (Socket socket = connect(address)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + address + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(2_048), StandardCharsets.UTF_8);
            return new Look(
                    answer.startsWith("HTTP/1.1 200"), "http://" + address + path + " answers " + brief(answer));
        } catch (IOException e) {
            return new Look(false, "http://" + address + path + ": " + e.getMessage());
        }
    }

    private static String brief(String answer) {
        String status = answer.lines().findFirst().orElse("nothing");
        int body = answer.indexOf("\r\n\r\n");
        return body < 0 ? status : status + " " + answer.substring(body + 4).strip();
    }

    /** A server that still starts or stops answers the first message with an error, one that takes sessions with an authentication request. */
    static Look postgres(Address address, String database) {
        try (Socket socket = connect(address)) {
            socket.getOutputStream().write(startup("user", "postgres", "database", database));
            int answer = socket.getInputStream().read();
            return new Look(answer == 'R', "answers the start of a session with '" + (char) answer + "'");
        } catch (IOException e) {
            return new Look(false, address + ": " + e.getMessage());
        }
    }

    private static byte[] startup(String... parameters) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (String parameter : parameters) {
            text.write(parameter.getBytes(StandardCharsets.UTF_8));
            text.write(0);
        }
        text.write(0);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(message);
        out.writeInt(8 + text.size());
        out.writeInt(POSTGRES_PROTOCOL_3);
        text.writeTo(out);
        return message.toByteArray();
    }

    private static Socket connect(Address address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
