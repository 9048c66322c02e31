package dev.cutover.environment.spec;

import java.util.regex.Pattern;

/** Refuses every address outside an environment: neither load nor a fault may ever reach a system that is not ours. */
public final class AllowedHosts {
    /** Networks of containers lie in here. RFC 2544 sets 198.18.0.0/15 apart for benchmarks: no real system has such an address. */
    public static final String CONTAINERS = "198.19";

    // By its spelling, not by a name look-up, whose answer may change later.
    private static final Pattern HOST =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?|198\\.19(\\.\\d{1,3}){2}");

    private AllowedHosts() {}

    public static boolean contains(String host) {
        return HOST.matcher(host).matches();
    }

    /**
     * Returns the address if it lies inside.
     *
     * @param what the address is for, as in "the load's target"
     */
    public static String require(String what, String host) {
        if (!contains(host)) {
            throw new IllegalArgumentException(what + ": " + host
                    + " lies outside every environment; it must be on loopback (127.0.0.1, localhost, ::1) or in a container network ("
                    + CONTAINERS + ".0.0/16), so that nothing can reach a real system: give the address of a proxy");
        }
        return host;
    }
}
