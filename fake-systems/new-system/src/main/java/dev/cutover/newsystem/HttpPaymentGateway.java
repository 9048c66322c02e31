package dev.cutover.newsystem;

import dev.cutover.newsystem.orders.Command;
import dev.cutover.newsystem.orders.PaymentGateway;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Charges over HTTP. Called once: a repetition could charge twice. */
final class HttpPaymentGateway implements PaymentGateway {
    private static final Duration TIMEOUT = Duration.ofMillis(700);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI endpoint;

    HttpPaymentGateway(URI provider) {
        this.endpoint = provider.resolve("/charges");
    }

    @Override
    public boolean charge(Command command, long orderNumber, BigDecimal total) {
        String body = "{\"household\":%d,\"orderNumber\":%d,\"amountCents\":%d}"
                .formatted(
                        command.household(),
                        orderNumber,
                        total.movePointRight(2).longValueExact());
        int status = post(HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Long.toString(command.operationId()))
                .header("X-Caller", "new")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (status == 402) {
            return false;
        }
        if (status / 100 != 2) {
            throw new NoAnswer("payments: expected status 2xx or 402, found " + status);
        }
        return true;
    }

    private int post(HttpRequest request) {
        var pending = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            // waits for the whole answer; the request's own time-out stops counting at its head
            return pending.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException | TimeoutException e) {
            pending.cancel(true);
            throw new NoAnswer("payments: no answer within " + TIMEOUT.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("payments: interrupted", e);
        }
    }
}
