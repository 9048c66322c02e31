package dev.cutover.environment.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** A file that takes what a program in a container says. */
class FrameFile extends ResultCallback.Adapter<Frame> {
    private final OutputStream out;

    FrameFile(Path file, OpenOption... options) {
        try {
            out = Files.newOutputStream(file, options);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + file, e);
        }
    }

    @Override
    public void onNext(Frame frame) {
        try {
            out.write(frame.getPayload());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a log", e);
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        out.close();
    }
}
