package dev.cutover.kit.payments;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The payment provider over HTTP; one call, never repeated, for it may have charged. */
public final class PaymentClient {
    private static final Duration LIMIT = Duration.ofMillis(700);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final URI charges;
    private final String caller;

    public PaymentClient(URI provider, String caller) {
        this.charges = provider.resolve("/charges");
        this.caller = caller;
    }

    /** What is charged; amounts in cents. */
    public record Charge(long operationId, long household, long orderNumber, long amountCents) {
        private String json() {
            return "{\"household\":%d,\"orderNumber\":%d,\"amountCents\":%d}"
                    .formatted(household, orderNumber, amountCents);
        }
    }

    /** The provider gave no clear answer in time: the order may or may not have been charged. */
    public static final class PaymentUnknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PaymentUnknown(String message) {
            super(message);
        }

        PaymentUnknown(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** True if accepted, false if declined; throws {@link PaymentUnknown} otherwise. */
    public boolean charge(Charge charge) {
        HttpRequest request = HttpRequest.newBuilder(charges)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Long.toString(charge.operationId()))
                .header("X-Caller", caller)
                .POST(HttpRequest.BodyPublishers.ofString(charge.json()))
                .build();
        return accepted(send(request).statusCode());
    }

    private HttpResponse<Void> send(HttpRequest request) {
        var answer = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS); // the request's own limit ends at the headers
        } catch (ExecutionException | TimeoutException e) {
            throw unknown(answer, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(answer, e);
        }
    }

    private static PaymentUnknown unknown(CompletableFuture<?> answer, Exception e) {
        answer.cancel(true);
        return new PaymentUnknown("no answer from the payment provider within " + LIMIT.toMillis() + " ms", e);
    }

    private static boolean accepted(int status) {
        return switch (status) {
            case 200, 201 -> true;
            case 402 -> false;
            default -> throw new PaymentUnknown("payment provider: expected 201 or 402, found " + status);
        };
    }
}
