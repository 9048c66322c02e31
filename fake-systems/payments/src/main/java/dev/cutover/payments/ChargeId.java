package dev.cutover.payments;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Answers a charge with an id. */
final class ChargeId implements ResponseTransformerV2 {
    static final String NAME = "charge-id";

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
                .headers(new HttpHeaders(new HttpHeader("Content-Type", "application/json")))
                .body("{\"chargeId\":\"" + event.getId() + "\"}")
                .build();
    }
}
