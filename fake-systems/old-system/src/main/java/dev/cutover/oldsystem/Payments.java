package dev.cutover.oldsystem;

import dev.cutover.oldsystem.shop.PaymentProvider;
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
final class Payments implements PaymentProvider {
    private static final Duration LIMIT = Duration.ofMillis(700);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final URI charges;

    Payments(URI provider) {
        this.charges = provider.resolve("/charges");
    }

    @Override
    public boolean charge(long opId, long hhNo, long ordNo, long amountC) {
        String body = "{\"household\":%d,\"orderNumber\":%d,\"amountCents\":%d}".formatted(hhNo, ordNo, amountC);
        HttpRequest request = HttpRequest.newBuilder(charges)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Long.toString(opId))
                .header("X-Caller", "old")
                .POST(HttpRequest.BodyPublishers.ofString(body))
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
