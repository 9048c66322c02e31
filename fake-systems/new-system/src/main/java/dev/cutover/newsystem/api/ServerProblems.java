package dev.cutover.newsystem.api;

import dev.cutover.newsystem.orders.ProblemType;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the HTTP server itself refuses, as problem details. */
public final class ServerProblems implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = Math.max(400, response.getStatus());
        ProblemType type =
                status < 500 ? ProblemType.MALFORMED : status == 503 ? ProblemType.DEPENDENCY : ProblemType.INTERNAL;
        Body.send(response, callback, Body.problem(type, status, "Status " + status + ".", null));
        return true;
    }
}
