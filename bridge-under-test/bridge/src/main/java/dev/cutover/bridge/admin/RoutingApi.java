package dev.cutover.bridge.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cutover.bridge.move.Moved;
import dev.cutover.bridge.move.RoutingChange;
import dev.cutover.bridge.routing.Buckets;
import dev.cutover.bridge.routing.Mode;
import dev.cutover.bridge.routing.Routing;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.Target;
import dev.cutover.bridge.traffic.LimitedBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The routing in force, and how operators change it. */
public final class RoutingApi {
    private static final long BODY_LIMIT = 4L << 10;

    /** {@code tookMs} and {@code moves} after a change only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InForce(
            long epoch,
            Mode mode,
            double newShare,
            int buckets,
            int onNew,
            boolean changing,
            @Nullable Double tookMs,
            @Nullable List<Moved> moves) {}

    private final Routing routing;
    private final RoutingChange change;
    private final byte[] authorization;

    public RoutingApi(Routing routing, RoutingChange change, String token) {
        this.routing = routing;
        this.change = change;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    void get(Reply reply) {
        RoutingTable table = routing.table();
        reply.json(200, inForce(table.inForce(), table.onNew(), change.isChanging(), null, null));
    }

    /** Answers once the change is in force or refused; waits for that in the background. */
    void put(HttpServerRequest request, Reply reply, Executor background) {
        String given = request.getHeader("Authorization");
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization)) {
            reply.error(401, "expected the header Authorization: Bearer <ADMIN_TOKEN>");
            return;
        }
        LimitedBody.read(request, BODY_LIMIT).onComplete(body -> {
            if (body.succeeded()) {
                background.execute(() -> change(body.result(), reply));
            } else if (body.cause() instanceof LimitedBody.TooLarge) {
                request.response().putHeader("connection", "close");
                reply.error(413, "expected a body of at most " + BODY_LIMIT + " bytes, found a larger one");
            }
        });
    }

    private void change(Buffer body, Reply reply) {
        try {
            switch (change.to(RoutingRequest.read(body.getBytes()))) {
                case RoutingChange.Result.InForce done ->
                    reply.json(
                            200,
                            inForce(
                                    done.target(),
                                    Buckets.onNew(done.target().newShare()),
                                    false,
                                    done.tookMs(),
                                    done.moves()));
                case RoutingChange.Result.Refused refused -> reply.error(409, refused.error());
            }
        } catch (IllegalArgumentException e) {
            reply.error(400, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            reply.error(500, "bridge: " + e);
        }
    }

    private InForce inForce(
            Target inForce, int onNew, boolean changing, @Nullable Double tookMs, @Nullable List<Moved> moves) {
        return new InForce(
                routing.table().epoch(),
                inForce.mode(),
                inForce.newShare(),
                Buckets.COUNT,
                onNew,
                changing,
                tookMs,
                moves);
    }
}
