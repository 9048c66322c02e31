package dev.cutover.harness.load;

import java.util.regex.Pattern;

/** Load is only ever sent to this machine: a rehearsal pointed at production by mistake must not start. */
final class Loopback {
    private static final Pattern HOST = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private Loopback() {}

    static void require(String what, String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(what + " must be a loopback address (127.0.0.1, localhost, ::1), found '"
                    + host + "'; the injector sends load to this machine only: give it the address of a proxy");
        }
    }
}
