package dev.cutover.environment.container;

import dev.cutover.environment.spec.EnvironmentException;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/** Sees to it that images are here before a container needs them. */
final class ImageSupply {
    private ImageSupply() {}

    /**
     * Pulls and builds what is not here. Testcontainers heeds no interruption: an interrupted thread no longer waits
     * for it.
     */
    static void ensure(Collection<String> given, Collection<ModuleImage> own) {
        CompletableFuture<Void> all = CompletableFuture.runAsync(
                () -> {
                    given.forEach(ImageSupply::pull);
                    own.forEach(ModuleImage::ensure);
                },
                work -> Thread.ofPlatform().daemon().name("images").start(work));
        try {
            all.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("interrupted before it was known that all images are here", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EnvironmentException known
                    ? known
                    : new EnvironmentException("an image could not be built: " + root(e), e);
        }
    }

    /** Pulls an image unless it is here. */
    static void pull(String image) {
        try {
            var unused = new RemoteDockerImage(DockerImageName.parse(image)).get();
        } catch (RuntimeException e) {
            throw new EnvironmentException(
                    "the image " + image + " is not here and could not be pulled: " + root(e)
                            + "; where no registry can be reached, ci/images/build-local builds it",
                    e);
        }
    }

    private static String root(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage()).strip();
    }
}
