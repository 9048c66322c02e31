package dev.cutover.oldsystem.web;

import dev.cutover.oldsystem.shop.Answer;
import dev.cutover.oldsystem.shop.Rc;
import dev.cutover.oldsystem.shop.Refusal;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The server's own errors (nonsense on the wire, too many requests) in the old contract's form. */
public final class JsonErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = Math.max(400, response.getStatus());
        Answer answer = status < 500
                ? Answer.of(Refusal.malformed("HTTP status " + status))
                : Answer.unknown(status == 503 ? Rc.DEPENDENCY : Rc.INTERNAL);
        Reply.send(response, callback, status, answer);
        return true;
    }
}
