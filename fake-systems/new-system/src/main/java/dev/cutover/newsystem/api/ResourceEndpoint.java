package dev.cutover.newsystem.api;

import dev.cutover.kit.database.SqlState;
import dev.cutover.kit.http.NoAnswerLog;
import dev.cutover.kit.http.RequestBody;
import dev.cutover.kit.http.RequestMeters;
import dev.cutover.kit.http.WholeResponse;
import dev.cutover.kit.payments.PaymentClient.PaymentUnknown;
import dev.cutover.newsystem.orders.Problem;
import dev.cutover.newsystem.orders.ProblemType;
import dev.cutover.newsystem.orders.Resources.Reply;
import dev.cutover.newsystem.orders.Resources.Resource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request in whole, lets its resource answer, and sends that or the problem. */
public final class ResourceEndpoint extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceEndpoint.class);
    private static final int LARGEST_BODY = 9 << 20; // 8 MiB, and room for longer field names than old's

    private final Router router;
    private final RequestMeters meters;
    private final NoAnswerLog noAnswers = new NoAnswerLog(LOG);

    public ResourceEndpoint(List<Resource> resources, MeterRegistry registry) {
        this.router = new Router(resources);
        this.meters = new RequestMeters(registry, "http.server.requests");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var match = router.find(request.getMethod(), Request.getPathInContext(request));
        if (match.isEmpty()) {
            Body.send(response, callback, Body.problem(ProblemType.MALFORMED, 404, "No such resource.", null));
            return true;
        }
        long begin = System.nanoTime();
        WholeResponse answer = answer(match.get(), request, response);
        String outcome = Integer.toString(answer.status());
        meters.took(match.get().resource().name(), outcome, System.nanoTime() - begin);
        Body.send(response, callback, answer);
        return true;
    }

    private WholeResponse answer(Router.Match match, Request request, Response response) {
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

    private WholeResponse unknown(String name, Exception e) {
        if (e instanceof PaymentUnknown || SqlState.UNAVAILABLE.in(e)) {
            noAnswers.warn(name, e);
            return Body.problem(ProblemType.DEPENDENCY, 503, "The outcome is unknown.", null);
        }
        LOG.error("{}: internal error", name, e);
        return Body.problem(ProblemType.INTERNAL, 500, "The outcome is unknown.", null);
    }

    private static byte[] content(Request request) throws IOException {
        return RequestBody.read(request, LARGEST_BODY)
                .orElseThrow(() -> Problem.malformed("The body is larger than " + LARGEST_BODY + " bytes."));
    }
}
