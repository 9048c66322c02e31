package dev.cutover.oldsystem.web;

import dev.cutover.oldsystem.shop.Answer;
import dev.cutover.oldsystem.shop.Fence;
import dev.cutover.oldsystem.shop.Operations.Operation;
import dev.cutover.oldsystem.shop.PaymentProvider.PaymentUnknown;
import dev.cutover.oldsystem.shop.Rc;
import dev.cutover.oldsystem.shop.Refusal;
import dev.cutover.oldsystem.shop.SqlState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a request whole, has it carried out, times it, and answers. */
final class OperationHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(OperationHandler.class);
    private static final int MAX_BODY = 8 << 20;

    private final Map<String, Operation> operations;
    private final MeterRegistry meters;

    OperationHandler(Map<String, Operation> operations, MeterRegistry meters) {
        this.operations = operations;
        this.meters = meters;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        Operation operation = operations.get(path);
        if (operation == null || !"POST".equals(request.getMethod())) {
            Reply.send(
                    response,
                    callback,
                    404,
                    Answer.of(Refusal.malformed("expected POST to one of " + operations.keySet())));
            return true;
        }
        Timer.Sample sample = Timer.start(meters);
        Answer answer = answer(operation, request, path);
        sample.stop(Timer.builder("requests")
                .tags(
                        "operation",
                        path.substring(path.lastIndexOf('/') + 1),
                        "outcome",
                        answer.rc().name())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(meters));
        Reply.send(response, callback, Reply.status(answer.rc()), answer);
        return true;
    }

    private static Answer answer(Operation operation, Request request, String path) {
        try {
            return operation.answer(ticket(request), body(request));
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        } catch (PaymentUnknown e) {
            LOG.warn("{}: {}", path, e.getMessage());
            return Answer.unknown(Rc.DEPENDENCY);
        } catch (RuntimeException | IOException e) {
            boolean unavailable = SqlState.UNAVAILABLE.in(e);
            LOG.warn("{}: {}", path, e.toString(), unavailable ? null : e);
            return Answer.unknown(unavailable ? Rc.DEPENDENCY : Rc.INTERNAL);
        }
    }

    private static byte[] body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw Refusal.malformed("body: expected at most " + MAX_BODY + " bytes");
            }
            return body;
        }
    }

    private static Fence.@Nullable Ticket ticket(Request request) {
        String bucket = request.getHeaders().get("X-Bucket");
        String epoch = request.getHeaders().get("X-Epoch");
        if (bucket == null && epoch == null) {
            return null;
        }
        try {
            return new Fence.Ticket(Integer.parseInt(String.valueOf(bucket)), Long.parseLong(String.valueOf(epoch)));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed(
                    "X-Bucket, X-Epoch: expected 0 … 63 and a whole number, found " + bucket + ", " + epoch);
        }
    }
}
