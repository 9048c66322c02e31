package dev.cutover.payments;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes down each charge before it is answered: a caller that has its answer finds the call in the tap. */
final class TapListener implements ServeEventListener {
    static final String STUB = "charges";

    private final Tap tap;
    private final AtomicLong charges;

    TapListener(Tap tap, AtomicLong charges) {
        this.tap = tap;
        this.charges = charges;
    }

    @Override
    public String getName() {
        return "tap";
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        LoggedRequest request = event.getRequest();
        if (request.getUrl().startsWith("/charges")) {
            charges.incrementAndGet();
            tap.append(Json.getObjectMapper()
                    .valueToTree(line(request, event.getResponse()))
                    .toString());
        }
    }

    private static Map<String, @Nullable Object> line(LoggedRequest request, LoggedResponse response) {
        Map<String, Object> charge = body(request);
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("ns", System.nanoTime());
        line.put("at", Instant.now().toString());
        line.put("operation", request.getHeader("Idempotency-Key"));
        line.put("caller", request.getHeader("X-Caller"));
        line.put("subject", charge.get("orderNumber") == null ? null : "order " + charge.get("orderNumber"));
        line.put("amount", charge.get("amountCents"));
        line.put("status", response.getStatus());
        return line;
    }

    @SuppressWarnings("unchecked") // a JSON object's keys are texts
    private static Map<String, Object> body(Request request) {
        try {
            return Json.read(request.getBodyAsString(), Map.class);
        } catch (RuntimeException e) { // a call is a call, whatever it brings
            return Map.of();
        }
    }
}
