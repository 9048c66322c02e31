package dev.cutover.newsystem.api;

import dev.cutover.newsystem.orders.DatabaseErrors;
import dev.cutover.newsystem.orders.PaymentGateway;
import dev.cutover.newsystem.orders.Problem;
import dev.cutover.newsystem.orders.ProblemType;
import dev.cutover.newsystem.orders.Reply;
import dev.cutover.newsystem.orders.Resources.Resource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request in whole, lets its resource answer, and sends that or the problem. */
final class ResourceEndpoint extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceEndpoint.class);
    private static final int LARGEST_BODY = 9 << 20; // 8 MiB, and room for longer field names than old's

    private final Router router;
    private final RequestMeters meters;
    private final NoAnswers noAnswers = new NoAnswers(LOG);

    ResourceEndpoint(List<Resource> resources, MeterRegistry registry) {
        this.router = new Router(resources);
        this.meters = new RequestMeters(registry);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var match = router.find(request.getMethod(), Request.getPathInContext(request));
        if (match.isEmpty()) {
            Sender.send(response, callback, Body.problem(ProblemType.MALFORMED, 404, "No such resource.", null));
            return true;
        }
        long begin = System.nanoTime();
        Body body = answer(match.get(), request, response);
        meters.took(match.get().resource().name(), body.status(), System.nanoTime() - begin);
        Sender.send(response, callback, body);
        return true;
    }

    private Body answer(Router.Match match, Request request, Response response) {
        try {
            Reply reply = match.resource()
                    .action()
                    .answer(Headers.request(request.getHeaders(), match.variables(), content(request)));
            if (reply.replayed()) {
                response.getHeaders().put("X-Replayed", "true");
            }
            return Body.json(match.resource().status(), reply.result());
        } catch (Problem problem) {
            return Body.problem(problem);
        } catch (RuntimeException | IOException | SQLException e) {
            return unknown(match.resource().name(), e);
        }
    }

    private Body unknown(String name, Exception e) {
        if (e instanceof PaymentGateway.NoAnswer || DatabaseErrors.isNoAnswer(e)) {
            noAnswers.log(name, e);
            return Body.problem(ProblemType.DEPENDENCY, 503, "The outcome is unknown.", null);
        }
        LOG.error("{}: internal error", name, e);
        return Body.problem(ProblemType.INTERNAL, 500, "The outcome is unknown.", null);
    }

    private static byte[] content(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] content = in.readNBytes(LARGEST_BODY + 1);
            if (content.length > LARGEST_BODY) {
                throw Problem.malformed("The body is larger than " + LARGEST_BODY + " bytes.");
            }
            return content;
        }
    }
}
