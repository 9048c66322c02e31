package dev.cutover.bridge.traffic;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Header names of the contracts, and which headers end at this hop. */
final class Headers {
    static final CharSequence SERVED_BY = HttpHeaders.createOptimized("x-served-by");
    static final CharSequence REPLAYED = HttpHeaders.createOptimized("x-replayed");
    static final CharSequence BUCKET = HttpHeaders.createOptimized("x-bucket");
    static final CharSequence EPOCH = HttpHeaders.createOptimized("x-epoch");
    static final CharSequence IDEMPOTENCY_KEY = HttpHeaders.createOptimized("idempotency-key");
    static final CharSequence OPERATION_ID = HttpHeaders.createOptimized("operation-id");

    /** RFC 9110 section 7.6.1, and what the client side of this hop writes itself. */
    private static final Set<String> THIS_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "content-length",
            "expect");

    /** Only the bridge says these; a client that does is not believed. */
    private static final Set<String> OURS =
            Set.of("x-bucket", "x-epoch", "x-shadow", "x-effects", "idempotency-key", "operation-id");

    private Headers() {}

    /** The headers of a client's request that a system gets. */
    static MultiMap request(MultiMap received) {
        MultiMap passed = endToEnd(received);
        OURS.forEach(passed::remove);
        return passed;
    }

    /** The headers without those that are about one connection only. */
    static MultiMap endToEnd(MultiMap received) {
        MultiMap passed = HttpHeaders.headers();
        for (Map.Entry<String, String> header : received) {
            if (!THIS_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                passed.add(header.getKey(), header.getValue());
            }
        }
        for (String named : named(received)) {
            passed.remove(named);
        }
        return passed;
    }

    private static List<String> named(MultiMap received) {
        String connection = received.get(HttpHeaders.CONNECTION);
        return connection == null ? List.of() : List.of(connection.trim().split("\\s*,\\s*"));
    }
}
