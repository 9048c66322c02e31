package dev.cutover.oldsystem.web;

import dev.cutover.kit.database.SqlState;
import dev.cutover.kit.http.NoAnswerLog;
import dev.cutover.kit.http.RequestBody;
import dev.cutover.kit.http.RequestMeters;
import dev.cutover.kit.payments.PaymentClient.PaymentUnknown;
import dev.cutover.oldsystem.shop.Answer;
import dev.cutover.oldsystem.shop.Fence;
import dev.cutover.oldsystem.shop.Operations.Operation;
import dev.cutover.oldsystem.shop.Rc;
import dev.cutover.oldsystem.shop.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a request whole, has it carried out, times it, and answers. */
public final class OperationEndpoint extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(OperationEndpoint.class);
    private static final int MAX_BODY = 8 << 20;

    private final Map<String, Operation> operations;
    private final RequestMeters meters;
    private final NoAnswerLog noAnswers = new NoAnswerLog(LOG);

    public OperationEndpoint(Map<String, Operation> operations, MeterRegistry meters) {
        this.operations = operations;
        this.meters = new RequestMeters(meters, "requests");
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
        long begin = System.nanoTime();
        Answer answer = answer(operation, request, path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        meters.took(name, answer.rc().name(), System.nanoTime() - begin);
        Reply.send(response, callback, Reply.status(answer.rc()), answer);
        return true;
    }

    private Answer answer(Operation operation, Request request, String path) {
        try {
            return operation.answer(ticket(request), body(request));
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        } catch (RuntimeException | IOException | SQLException e) {
            return unknown(path, e);
        }
    }

    private Answer unknown(String path, Exception e) {
        if (e instanceof PaymentUnknown || SqlState.UNAVAILABLE.in(e)) {
            noAnswers.warn(path, e);
            return Answer.unknown(Rc.DEPENDENCY);
        }
        LOG.error("{}: internal error", path, e);
        return Answer.unknown(Rc.INTERNAL);
    }

    private static byte[] body(Request request) throws IOException {
        return RequestBody.read(request, MAX_BODY)
                .orElseThrow(() -> Refusal.malformed("body: expected at most " + MAX_BODY + " bytes"));
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
