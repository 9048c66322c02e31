package dev.cutover.bridge.admin;

import dev.cutover.crash.CrashPoints;
import io.vertx.core.http.HttpServerRequest;

/** Lists the points at which the bridge can be made to crash, and arms them; not there unless they are on. */
public final class CrashApi {
    private static final String PATH = "/crash-points";
    private static final String ARM = "POST " + PATH + "/";

    private final CrashPoints points;

    public CrashApi(CrashPoints points) {
        this.points = points;
    }

    /** Answers {@code GET /crash-points} and {@code POST /crash-points/NAME}; false if it is something else. */
    boolean handles(HttpServerRequest request, Reply reply) {
        String asked = request.method().name() + " " + request.path();
        boolean known =
                asked.equals("GET " + PATH) || (asked.startsWith(ARM) && points.arm(asked.substring(ARM.length())));
        if (!known || points.armed().isEmpty()) {
            return false;
        }
        reply.json(200, points.armed());
        return true;
    }
}
