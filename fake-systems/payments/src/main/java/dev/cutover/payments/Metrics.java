package dev.cutover.payments;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.concurrent.atomic.AtomicLong;

/** The page /metrics: how many charges came in. */
final class Metrics implements ResponseTransformerV2 {
    static final String NAME = "metrics";

    private final AtomicLong charges;

    Metrics(AtomicLong charges) {
        this.charges = charges;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        return Response.Builder.like(response)
                .but()
                .headers(new HttpHeaders(new HttpHeader("Content-Type", "text/plain; version=0.0.4")))
                .body("# TYPE charges_total counter\ncharges_total " + charges.get() + "\n")
                .build();
    }
}
